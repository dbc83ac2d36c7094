import type { ExplorerState, Tier } from "./explorer-state.js";

/** What an edition has that a state may ask for. */
interface EditionCapabilities {
  readonly tiers: readonly Tier[];
  /** null where people are not known. */
  readonly populationBasis: string | null;
  readonly ratingMeasures: readonly string[];
}

/** The tier that is shown: the one asked for, or the only one that there is. */
export function effectiveTier(tier: Tier, tiers: readonly Tier[]): Tier {
  return tiers.includes(tier) ? tier : (tiers[0] ?? tier);
}

/**
 * A state as an edition can show it: its own tier where it has but one, land where people are not known, verdicts where
 * there are no ratings. The address goes on saying what was asked for, so that another edition may still have it.
 */
export function effectiveState(requested: ExplorerState, edition: EditionCapabilities): ExplorerState {
  const { tier, weight, colouring } = requested;
  return {
    ...requested,
    tier: effectiveTier(tier, edition.tiers),
    weight: edition.populationBasis === null ? "AREA" : weight,
    colouring: colouring === "rating" && edition.ratingMeasures.length === 0 ? "verdict" : colouring,
  };
}
