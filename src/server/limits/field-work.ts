import type { Detail } from "../../model/boundary.js";

// Points; one is about a microsecond of work. Measured by `npm run bench -- api`.
const PLAIN_FIELD = 1;
const WORK: Readonly<Record<string, number>> = {
  "Edition.agreement": 1_000,
  "Footprint.coterminosity": 50,
  "Query.at": 20,
  "Query.changes": 15_000,
  "Query.claims": 5_000,
  "Query.overlapWith": 15_000,
  "Query.ratingsByVerdict": 500,
  "Query.scenario": 5_000,
  "Query.search": 3_000,
  "Query.spanningAuthorities": 100,
  "Query.spanningSensitivity": 2_000,
  "Scenario.agreementAfter": 1_000,
};

// Positions of a boundary, which cost a point each: the mean of the shipped editions' largest layer.
const POSITIONS: Readonly<Record<Detail, number>> = { LOW: 100, MEDIUM: 400, FULL: 3_000 };

/** What it takes to answer a field, without what is inside it, in points. */
export function fieldWork(coordinate: string, { detail }: { readonly detail?: unknown }): number {
  if (coordinate.endsWith(".boundary")) return POSITIONS[isDetail(detail) ? detail : "MEDIUM"];
  return WORK[coordinate] ?? PLAIN_FIELD;
}

function isDetail(value: unknown): value is Detail {
  return value === "LOW" || value === "MEDIUM" || value === "FULL";
}
