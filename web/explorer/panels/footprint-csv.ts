import type { FootprintDetail } from "../data/footprint-detail.js";
import { csv } from "../parts/csv.js";

const HEADER = [
  "footprint_code",
  "footprint",
  "authority_code",
  "authority",
  "type",
  "is_whole",
  "population",
  "area_km2",
  "share_of_authority_population",
  "share_of_authority_area",
];

/** What a footprint is made of as CSV: a line for each council, with how much of it is in the footprint. */
export function footprintCsv({ code, name, coterminosity }: FootprintDetail): string {
  const { wholeAuthorities, partAuthorities } = coterminosity;
  const whole = wholeAuthorities.map((council) => [
    ...[council.code, council.name, council.type, "true", council.population, council.areaKm2],
    ...[council.population === null ? null : 1, 1],
  ]);
  const parts = partAuthorities.map(({ authority, ...part }) => [
    ...[authority.code, authority.name, authority.type, "false", part.population, part.areaKm2],
    ...[part.shareOfAuthorityPopulation, part.shareOfAuthorityArea],
  ]);
  return csv(
    HEADER,
    [...whole, ...parts].map((row) => [code, name, ...row]),
  );
}
