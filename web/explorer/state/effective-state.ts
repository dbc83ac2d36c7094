import type { ExplorerState, Tier } from "./explorer-state.js";

/** The parts of an edition that limit a state. */
interface EditionCapabilities {
  readonly tiers: readonly Tier[];
  /** null without population figures. */
  readonly populationBasis: string | null;
  readonly ratingMeasures: readonly string[];
}

/** The requested tier where the edition has it, otherwise its first. */
export function effectiveTier(tier: Tier, tiers: readonly Tier[]): Tier {
  return tiers.includes(tier) ? tier : (tiers[0] ?? tier);
}

/**
 * A state limited to what an edition has: its only tier, land without population figures, verdicts without ratings. The
 * address keeps the requested state, which another edition may support.
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
