import type { Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { realOverlaps } from "../filter-overlaps.js";
import { spanningAuthorities } from "../spanning/spanning-authorities.js";
import { type Weight, weightFunction } from "../weight.js";
import { COTERMINOSITY_VERDICTS, type CoterminosityVerdict, coterminosityVerdict } from "./coterminosity-verdict.js";
import { type VMeasure, vMeasure } from "./v-measure.js";

/** Which tier, by what weight. */
export interface PartitionOptions {
  readonly tier?: Tier | undefined;
  readonly weight?: Weight | undefined;
  /** Metres; the edition's own when left out. */
  readonly toleranceM?: number | undefined;
}

/** How many footprints have a verdict. */
export interface VerdictCount {
  readonly verdict: CoterminosityVerdict;
  readonly count: number;
}

/** How well the footprints and the councils of a tier agree over the whole map. */
export interface PartitionAgreement extends VMeasure {
  /** In the order of COTERMINOSITY_VERDICTS; NONE only when there are any. */
  readonly verdictCounts: readonly VerdictCount[];
  /** Councils with real overlaps with two or more footprints. */
  readonly spanningCount: number;
}

/**
 * The agreement of two whole partitions, on their real overlaps.
 *
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 * @throws {UnknownTierError} when the edition does not have the tier.
 */
export function partitionAgreement(
  facts: IndexedFacts,
  { tier = "UPPER", weight = "POPULATION", toleranceM = facts.edition.sliverToleranceM }: PartitionOptions = {},
): PartitionAgreement {
  const amountOf = weightFunction(weight, facts);
  const intersections = realOverlaps(facts.overlaps, facts, { tier, toleranceM }).map((overlap) => ({
    footprintCode: overlap.footprintCode,
    authorityCode: overlap.authorityCode,
    amount: amountOf(overlap),
  }));
  const verdicts = facts.footprints.map(({ code }) => coterminosityVerdict(code, facts, { tier, toleranceM }));
  return {
    ...vMeasure(intersections),
    verdictCounts: verdictCounts(verdicts),
    spanningCount: spanningAuthorities(facts, { tier, weight, toleranceM }).length,
  };
}

/** How often each verdict occurs. */
export function verdictCounts(verdicts: readonly CoterminosityVerdict[]): readonly VerdictCount[] {
  return COTERMINOSITY_VERDICTS.map((verdict) => ({
    verdict,
    count: verdicts.filter((candidate) => candidate === verdict).length,
  })).filter(({ verdict, count }) => verdict !== "NONE" || count > 0);
}
