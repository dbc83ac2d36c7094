import type { Detail, LayerName } from "../../model/layer.js";
import type { EditionSize } from "./data-size.js";

type Work = (size: EditionSize, given: Readonly<Record<string, unknown>>) => number;

/** Points whatever the edition, and points for each of its overlaps, of which every authority has one or more. */
const points = (fixed: number, perOverlap = 0): Work => {
  return ({ overlaps }) => Math.ceil(fixed + perOverlap * overlaps);
};

// Points; one is about a microsecond of work. Measured by `npm run bench -- api`, what is for each overlap on an edition of
// 32,844 authorities, in processor time.
const PLAIN_FIELD = 1;
const WORK: Readonly<Record<string, Work>> = {
  "Edition.agreement": points(1_000, 1.2),
  "Footprint.coterminosity": ({ overlaps, footprints }) => Math.ceil(50 + overlaps / footprints),
  "Query.at": points(20),
  "Query.authorities": points(1, 0.25),
  "Query.changes": (size, { layer }) => 15_000 + 10 * size.areaCount(layer as LayerName),
  "Query.claims": ({ overlaps, claims }) => 1_000 + Math.ceil(claims * (300 + overlaps)),
  "Query.footprints": points(1, 0.35),
  "Query.overlaps": points(1, 0.25),
  "Query.overlapWith": points(15_000),
  "Query.ratingsByVerdict": points(500, 0.35),
  "Query.scenario": points(5_000, 1.5),
  "Query.search": points(3_000, 0.3),
  "Query.spanningAuthorities": points(100, 0.5),
  "Query.spanningSensitivity": points(2_000, 0.5),
  "Scenario.agreementAfter": points(1_000),
};

// Positions of a boundary, which cost a point each: the mean of the shipped editions' largest layer.
const POSITIONS: Readonly<Record<Detail, number>> = { LOW: 100, MEDIUM: 400, FULL: 3_000 };

/** What it takes to answer a field of an edition, without what is inside it, in points. */
export function fieldWork(coordinate: string, size: EditionSize, given: Readonly<Record<string, unknown>>): number {
  if (coordinate.endsWith(".boundary")) return POSITIONS[isDetail(given.detail) ? given.detail : "MEDIUM"];
  return WORK[coordinate]?.(size, given) ?? PLAIN_FIELD;
}

function isDetail(value: unknown): value is Detail {
  return value === "LOW" || value === "MEDIUM" || value === "FULL";
}
