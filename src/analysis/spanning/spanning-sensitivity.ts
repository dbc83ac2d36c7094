import type { Authority, AuthorityType, Tier } from "../../model/area.js";
import { byCode } from "../../model/by-code.js";
import type { IndexedFacts } from "../../model/facts.js";
import { safeShare } from "../shares.js";
import { isSliver } from "../sliver.js";
import { type Weight, type WeightFunction, weightFunction } from "../weight.js";

/** Which councils to examine; the minimum share is the variable. */
export interface SensitivityOptions {
  readonly tier?: Tier | undefined;
  /** Only councils of these types; of all when omitted or null. */
  readonly types?: readonly AuthorityType[] | null | undefined;
  readonly minFootprints?: number | undefined;
  readonly weight?: Weight | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/** A range of minimum shares over which the same councils span footprints. */
export interface SensitivityStep {
  /** Exclusive; inclusive in the first step, where it is 0. */
  readonly fromShare: number;
  readonly toShare: number;
  readonly count: number;
  /** The councils that no longer span beyond `toShare`, by code. */
  readonly leaving: readonly Authority[];
}

/** A council and the largest minimum share at which it still spans footprints. */
interface Limit {
  readonly authority: Authority;
  readonly share: number;
}

/**
 * How the number of spanning councils depends on the minimum share: adjoining steps from 0 to 1.
 *
 *     count
 *      3 |-----o            a council leaves at the share of its second largest overlap
 *      2 |     `---o        (its n-th largest, for minFootprints n)
 *      0 |         `------
 *        0                1  minShare
 *
 * Councils that span only without a minimum share (an overlap without residents) leave at a first step from 0 to 0.
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 */
export function spanningSensitivity(facts: IndexedFacts, options: SensitivityOptions = {}): readonly SensitivityStep[] {
  const limits = spanningLimits(facts, options);
  const steps: SensitivityStep[] = [];
  let fromShare = 0;
  let first = 0;
  while (first < limits.length) {
    const toShare = Math.min(1, limits[first]?.share ?? 1);
    let next = first;
    while (next < limits.length && (limits[next]?.share ?? 1) <= toShare) next++;
    const leaving = limits.slice(first, next).map((limit) => limit.authority);
    steps.push({ fromShare, toShare, count: limits.length - first, leaving });
    if (toShare === 1) return steps;
    fromShare = toShare;
    first = next;
  }
  return [...steps, { fromShare, toShare: 1, count: 0, leaving: [] }];
}

/** The councils that span without a minimum share, each with its limit: smallest limit first, then by code. */
function spanningLimits(
  facts: IndexedFacts,
  {
    tier = "UPPER",
    types = null,
    minFootprints = 2,
    weight = "POPULATION",
    toleranceM = facts.edition.sliverToleranceM,
  }: SensitivityOptions,
): readonly Limit[] {
  const amountOf = weightFunction(weight, facts);
  const limits: Limit[] = [];
  for (const authority of facts.authorities) {
    if (!authority.tiers.includes(tier) || (types !== null && !types.includes(authority.type))) continue;
    const shares = realShares(authority, facts, { amountOf, toleranceM });
    if (shares.length < minFootprints) continue;
    limits.push({ authority, share: minFootprints < 1 ? 1 : (shares[minFootprints - 1] ?? 1) });
  }
  return limits.sort((one, other) => one.share - other.share || byCode(one.authority, other.authority));
}

/** The shares of a council in its real overlaps, largest first; 0 without residents. */
function realShares(
  authority: Authority,
  facts: IndexedFacts,
  { amountOf, toleranceM }: { readonly amountOf: WeightFunction; readonly toleranceM: number },
): readonly number[] {
  return (facts.overlapsByAuthority.get(authority.code) ?? [])
    .filter((overlap) => !isSliver(overlap, facts, toleranceM))
    .map((overlap) => safeShare(amountOf(overlap), amountOf(authority)) ?? 0)
    .sort((one, other) => other - one);
}
