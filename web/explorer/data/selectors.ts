import type { Tier, Weight } from "../state/explorer-state.js";
import type { AuthoritySummary, Coterminosity, FootprintSummary, Overview } from "./overview.js";

/** How a footprint fits a tier. @throws {Error} when that tier has not been loaded */
export function coterminosity(footprint: FootprintSummary, tier: Tier): Coterminosity {
  const found = footprint.coterminosityByTier[tier];
  if (!found) throw new Error(`the coterminosity of ${footprint.code} on the tier ${tier} has not been loaded`);
  return found;
}

/** A footprint's agreement with a tier, 0 to 1, by people or by land; null where people are not known. */
export function agreement(
  footprint: FootprintSummary,
  { tier, weight }: { readonly tier: Tier; readonly weight: Weight },
): number | null {
  const { agreementArea, agreementPopulation } = coterminosity(footprint, tier);
  return weight === "AREA" ? agreementArea : agreementPopulation;
}

/** For each footprint, by code, the codes of its neighbours. */
export function neighbourCodes(overview: Overview): ReadonlyMap<string, readonly string[]> {
  return new Map(
    overview.footprints.map(({ code, neighbours }) => [code, neighbours.map(({ footprint }) => footprint.code)]),
  );
}

/** The footprint of a code; null when the edition has none. */
export function findFootprint(overview: Overview, code: string | null): FootprintSummary | null {
  return overview.footprints.find((footprint) => footprint.code === code) ?? null;
}

/** The council of a code; null when it is not among those loaded. */
export function findCouncil(overview: Overview, code: string | null): AuthoritySummary | null {
  if (overview.elsewhere?.code === code) return overview.elsewhere;
  return overview.councils.find((council) => council.code === code) ?? null;
}

/** The year of an edition's boundaries. */
export function yearOf({ date }: { readonly date: string }): string {
  return date.slice(0, 4);
}
