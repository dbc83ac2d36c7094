import type { Tier } from "../state/explorer-state.js";
import type { AuthoritySummary, Coterminosity, FootprintSummary, Overview } from "./overview.js";

/** How a footprint stands to a tier. @throws {Error} when that has not been asked */
export function coterminosity(footprint: FootprintSummary, tier: Tier): Coterminosity {
  const known = footprint.standings[tier];
  if (!known) throw new Error(`how ${footprint.code} stands to the tier ${tier} has not been asked`);
  return known;
}

/** For each footprint, by code, the codes of those that it borders on. */
export function neighbourCodes(overview: Overview): ReadonlyMap<string, readonly string[]> {
  return new Map(
    overview.footprints.map(({ code, neighbours }) => [code, neighbours.map(({ footprint }) => footprint.code)]),
  );
}

/** The footprint of a code; null when there is none in this edition. */
export function findFootprint(overview: Overview, code: string | null): FootprintSummary | null {
  return overview.footprints.find((footprint) => footprint.code === code) ?? null;
}

/** The council of a code, if it is among those that are known; null when it is not. */
export function findCouncil(overview: Overview, code: string | null): AuthoritySummary | null {
  if (overview.elsewhere?.code === code) return overview.elsewhere;
  return overview.councils.find((council) => council.code === code) ?? null;
}
