import type { Authority, Footprint, Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { agreement } from "./agreement.js";
import { coterminositySummary } from "./coterminosity-summary.js";
import {
  type CoterminosityOptions,
  type CoterminosityVerdict,
  composition,
  fitOf,
  verdictOf,
} from "./coterminosity-verdict.js";
import { isPopulationKnown } from "./weight.js";

/** How far a footprint and the councils of a tier share their borders. */
export interface Coterminosity {
  readonly verdict: CoterminosityVerdict;
  readonly tier: Tier;
  /** Councils that lie in the footprint whole, by code. */
  readonly wholeAuthorities: readonly Authority[];
  /** Overlaps with councils that do not, by council code. */
  readonly partAuthorities: readonly Overlap[];
  /** What the footprint and the councils with most of their land inside have in common, 0 to 1, by land. */
  readonly agreementArea: number;
  /** The same for people, with the councils that have most of their people inside; null when people are not known. */
  readonly agreementPopulation: number | null;
  /** Diameter of the largest circle that fits in the difference between the footprint and those councils, metres. */
  readonly thickestDisagreementM: number;
  /** The verdict and the figures behind it: one sentence. */
  readonly summary: string;
}

/**
 * The verdict on a footprint and a tier, with everything it rests on.
 *
 * @throws {TierMissingError} when the edition does not have the tier.
 */
export function coterminosity(
  footprint: Footprint,
  facts: IndexedFacts,
  { tier = "UPPER", toleranceM = facts.edition.sliverToleranceM }: CoterminosityOptions = {},
): Coterminosity {
  const { code } = footprint;
  const parts = composition(code, facts, { tier, toleranceM });
  const agreementArea = agreement(code, facts, { tier, weight: "AREA", toleranceM }) ?? 0;
  const agreementPopulation = isPopulationKnown(facts)
    ? agreement(code, facts, { tier, weight: "POPULATION", toleranceM })
    : null;
  return {
    verdict: verdictOf(parts),
    tier,
    wholeAuthorities: parts.wholeAuthorities,
    partAuthorities: parts.partOverlaps,
    agreementArea,
    agreementPopulation,
    thickestDisagreementM: fitOf(code, facts, tier).thickestDisagreementM,
    summary: coterminositySummary(footprint, facts, { ...parts, tier, agreementArea, agreementPopulation }),
  };
}
