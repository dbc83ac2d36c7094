import type { SpanningCouncil } from "../data/spanning.js";
import { csv } from "../parts/csv.js";

const HEADER = [
  "authority_code",
  "authority",
  "type",
  "footprint_code",
  "footprint",
  "population",
  "area_km2",
  "share_of_authority_population",
  "share_of_authority_area",
  "thickness_m",
];

/** The divided councils as CSV: a line for each piece. */
export function dividedCouncilsCsv(councils: readonly SpanningCouncil[]): string {
  const rows = councils.flatMap(({ authority, overlaps }) =>
    overlaps.map((overlap) => [
      authority.code,
      authority.name,
      authority.type,
      overlap.footprint.code,
      overlap.footprint.name,
      overlap.population,
      overlap.areaKm2,
      overlap.shareOfAuthorityPopulation,
      overlap.shareOfAuthorityArea,
      overlap.thicknessM,
    ]),
  );
  return csv(HEADER, rows);
}
