import type { Geometry } from "geojson";
import type { Tier } from "../state/explorer-state.js";
import type { Query } from "./query.js";

/** What an area of the reader's own shares with one footprint or council. */
export interface CustomAreaOverlap {
  readonly code: string;
  readonly name: string;
  readonly areaKm2: number;
  readonly population: number | null;
  readonly shareOfGeometry: number;
  readonly shareOfArea: number;
  readonly shareOfPopulation: number | null;
  readonly isSliver: boolean;
}

export interface CustomAreaOverlaps {
  readonly footprints: readonly CustomAreaOverlap[];
  readonly councils: readonly CustomAreaOverlap[];
}

const QUERY = `
query OwnArea($geometry: GeoJSONGeometry!, $edition: ID, $councils: Layer!) {
  footprints: overlapWith(geometry: $geometry, edition: $edition, layer: FOOTPRINTS) { ...Shared }
  councils: overlapWith(geometry: $geometry, edition: $edition, layer: $councils) { ...Shared }
}
fragment Shared on AdHocOverlap {
  code name areaKm2 population shareOfGeometry shareOfArea shareOfPopulation isSliver
}
`;

export function customAreaQuery(geometry: Geometry, edition: string, tier: Tier): Query<CustomAreaOverlaps> {
  const councils = tier === "UPPER" ? "UPPER_TIER" : "LOWER_TIER";
  return { query: QUERY, variables: { geometry, edition, councils } };
}
