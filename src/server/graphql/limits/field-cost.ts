import type { Boundary } from "@coterminous/overlap";
import type { Detail, LayerName } from "../../../model/layer.js";
import type { EditionStatistics } from "./edition-statistics.js";

type FieldCost = (size: EditionStatistics, args: Readonly<Record<string, unknown>>) => number;

/** A fixed number of points, and points per overlap of the edition; every authority has at least one overlap. */
const points = (fixed: number, perOverlap = 0): FieldCost => {
  return ({ overlaps }) => Math.ceil(fixed + perOverlap * overlaps);
};

// Points; one is about a microsecond of work. Measured by `npm run bench -- api`; points per overlap are processor time on
// an edition of 32,844 authorities.
const PLAIN_FIELD_COST = 1;
const FIELD_COSTS: Readonly<Record<string, FieldCost>> = {
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

// Positions of a boundary, at a point each: the mean of the largest layer of the shipped editions.
const BOUNDARY_POSITIONS: Readonly<Record<Detail, number>> = { LOW: 100, MEDIUM: 400, FULL: 3_000 };

/** Cost of a field of an edition without its subfields, in points. */
export function fieldCost(
  coordinate: string,
  size: EditionStatistics,
  args: Readonly<Record<string, unknown>>,
): number {
  if (coordinate.endsWith(".boundary")) return BOUNDARY_POSITIONS[isDetail(args.detail) ? args.detail : "MEDIUM"];
  return FIELD_COSTS[coordinate]?.(size, args) ?? PLAIN_FIELD_COST;
}

function isDetail(value: unknown): value is Detail {
  return value === "LOW" || value === "MEDIUM" || value === "FULL";
}

type FieldArgs = Readonly<Record<string, unknown>>;
type ListSize = (size: EditionStatistics, args: FieldArgs) => number;

const perFootprint = (list: "authorities" | "members" | "overlaps"): ListSize => {
  return (size) => Math.ceil(size[list] / size.footprints);
};
const footprints: ListSize = (size) => size.footprints;
const authorities: ListSize = (size) => size.authorities;
const overlapsPerAuthority: ListSize = (size) => Math.ceil(size.overlaps / size.authorities);
// The schema has checked layer and geometry type.
const polygonCandidates: ListSize = (size, { layer, geometry }) =>
  size.areasMeeting(layer as LayerName, geometry as Boundary);
const spanningAuthorities: ListSize = (size, { minFootprints }) =>
  typeof minFootprints === "number" && minFootprints < 2 ? size.authorities : size.spanning;

// At the top level an upper bound; inside another field the average.
const LIST_SIZES: Readonly<Record<string, ListSize>> = {
  "Query.authorities": authorities,
  "Query.claims": (size) => size.claims,
  "Query.footprints": footprints,
  "Query.overlapWith": polygonCandidates,
  "Query.overlaps": (size) => size.overlaps,
  "Query.search": (size) => size.authorities + size.footprints + size.members,
  "Query.spanningAuthorities": spanningAuthorities,
  "Query.spanningSensitivity": spanningAuthorities,
  "Changes.areas": authorities,
  "Authority.overlaps": overlapsPerAuthority,
  "Coterminosity.mostlyInside": perFootprint("authorities"),
  "Coterminosity.partAuthorities": perFootprint("overlaps"),
  "Coterminosity.wholeAuthorities": perFootprint("authorities"),
  "Footprint.members": perFootprint("members"),
  "Footprint.overlaps": perFootprint("overlaps"),
  "Scenario.footprints": footprints,
  "Scenario.moves": (size) => Math.max(size.footprints, size.spanning),
  "ScenarioFootprint.authorities": perFootprint("authorities"),
  "SensitivityStep.leaving": () => 1, // each leaves once
  "SpanningAuthority.overlaps": overlapsPerAuthority,
};
const DEFAULT_LIST_SIZE = 12;

/**
 * Estimated number of items of a list.
 *
 * @param coordinate the type and the field: `Footprint.overlaps`
 * @param args the field's arguments; `first` is the upper bound that the client sets
 */
export function listSize(coordinate: string, size: EditionStatistics, args: FieldArgs): number {
  const length = LIST_SIZES[coordinate]?.(size, args) ?? DEFAULT_LIST_SIZE;
  return typeof args.first === "number" ? Math.min(length, Math.max(0, args.first)) : length;
}
