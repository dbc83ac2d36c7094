import type { Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { realOverlaps } from "../filter-overlaps.js";
import { spanningAuthorities } from "../spanning/spanning-authorities.js";
import { type Weight, weightFunction } from "../weight.js";
import { COTERMINOSITY_VERDICTS, type CoterminosityVerdict, coterminosityVerdict } from "./coterminosity-verdict.js";
import { type VMeasure, vMeasure } from "./v-measure.js";

/** Which tier, and by which weight. */
interface PartitionOptions {
  readonly tier?: Tier | undefined;
  readonly weight?: Weight | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/** Number of footprints with a verdict. */
export interface VerdictCount {
  readonly verdict: CoterminosityVerdict;
  readonly count: number;
}

/** The agreement of the footprints and the councils of a tier over the whole map. */
export interface PartitionAgreement extends VMeasure {
  /** In the order of COTERMINOSITY_VERDICTS; NONE only when it occurs. */
  readonly verdictCounts: readonly VerdictCount[];
  /** Councils with real overlaps with two or more footprints. */
  readonly spanningCount: number;
}

/**
 * The agreement of footprints and councils as partitions, by their real overlaps.
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

/** The number of each verdict, in the order of COTERMINOSITY_VERDICTS. */
export function verdictCounts(verdicts: readonly CoterminosityVerdict[]): readonly VerdictCount[] {
  return COTERMINOSITY_VERDICTS.map((verdict) => ({
    verdict,
    count: verdicts.filter((candidate) => candidate === verdict).length,
  })).filter(({ verdict, count }) => verdict !== "NONE" || count > 0);
}
