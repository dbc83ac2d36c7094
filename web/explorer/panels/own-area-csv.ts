import type { OwnArea, OwnOverlap } from "../data/own-area.js";
import { csv } from "../parts/csv.js";

const HEADER = [
  "layer",
  "code",
  "name",
  "area_km2",
  "population",
  "share_of_your_area",
  "share_of_area",
  "share_of_population",
  "is_sliver",
];

/** What an area of the reader's own overlaps as CSV: a line for each footprint and council, slivers too. */
export function ownAreaCsv({ footprints, councils }: OwnArea): string {
  const row = (layer: string) => (overlap: OwnOverlap) => [
    ...[layer, overlap.code, overlap.name, overlap.areaKm2, overlap.population],
    ...[overlap.shareOfGeometry, overlap.shareOfArea, overlap.shareOfPopulation, String(overlap.isSliver)],
  ];
  return csv(HEADER, [...footprints.map(row("footprint")), ...councils.map(row("council"))]);
}
