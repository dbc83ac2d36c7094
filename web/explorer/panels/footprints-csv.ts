import type { Overview } from "../data/overview.js";
import { csv } from "../parts/csv.js";

/** All footprints with their standing on each tier as CSV: a line for each, the same columns for every edition with those tiers. */
export function footprintsCsv({ edition, footprints }: Pick<Overview, "edition" | "footprints">): string {
  const ofTier = ["verdict", "agreement_population", "agreement_area"];
  const tierColumns = edition.tiers.flatMap((tier) => ofTier.map((name) => `${tier.toLowerCase()}_${name}`));
  return csv(
    ["code", "name", "population", "area_km2", ...tierColumns, "rating"],
    footprints.map(({ code, name, population, areaKm2, standings, rating }) => [
      ...[code, name, population, areaKm2],
      ...edition.tiers.flatMap((tier) => {
        const on = standings[tier];
        return [on?.verdict ?? null, on?.agreementPopulation ?? null, on?.agreementArea ?? null];
      }),
      rating?.value ?? null,
    ]),
  );
}
