import type { Geometry } from "geojson";
import type { Tier } from "../state/explorer-state.js";
import { type DataOf, graphql } from "./graphql.js";
import { bind } from "./query.js";

const SHARED = graphql(`
fragment Shared on AdHocOverlap {
  code name areaKm2 population shareOfGeometry shareOfArea shareOfPopulation isSliver
}`);

const CUSTOM_AREA = graphql(
  `
query CustomArea($geometry: GeoJSONGeometry!, $edition: ID, $councils: Layer!) {
  footprints: overlapWith(geometry: $geometry, edition: $edition, layer: FOOTPRINTS) { ...Shared }
  councils: overlapWith(geometry: $geometry, edition: $edition, layer: $councils) { ...Shared }
}
`,
  [SHARED],
);

export type CustomAreaOverlaps = DataOf<typeof CUSTOM_AREA>;
/** What a custom area shares with one footprint or council. */
export type CustomAreaOverlap = DataOf<typeof SHARED>;

export const customAreaQuery = (geometry: Geometry, edition: string, tier: Tier) =>
  bind(CUSTOM_AREA, { geometry, edition, councils: tier === "UPPER" ? "UPPER_TIER" : "LOWER_TIER" });
