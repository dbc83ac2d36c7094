import type { Geometry } from "geojson";
import type { Tier } from "../state/explorer-state.js";
import type { Question } from "./question.js";

/** What an area of the reader's own shares with one footprint or council. */
export interface OwnOverlap {
  readonly code: string;
  readonly name: string;
  readonly areaKm2: number;
  readonly population: number | null;
  readonly shareOfGeometry: number;
  readonly shareOfArea: number;
  readonly shareOfPopulation: number | null;
  readonly isSliver: boolean;
}

export interface OwnArea {
  readonly footprints: readonly OwnOverlap[];
  readonly councils: readonly OwnOverlap[];
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

export function ownAreaQuestion(geometry: Geometry, edition: string, tier: Tier): Question<OwnArea> {
  const councils = tier === "UPPER" ? "UPPER_TIER" : "LOWER_TIER";
  return { query: QUERY, variables: { geometry, edition, councils } };
}
