import type { Authority, AuthorityType, Tier } from "../../model/area.js";
import { byCode } from "../../model/by-code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import { safeShare } from "../shares.js";
import { isSliver } from "../sliver.js";
import { landM2, population, type Weight, type WeightFunction, weightFunction } from "../weight.js";
import { compareLargest, largestOverlap } from "./main-footprint.js";

/** Which councils to examine, and what counts as spanning. */
export interface SpanningOptions {
  readonly tier?: Tier | undefined;
  /** Only councils of these types; of all when omitted or null. */
  readonly types?: readonly AuthorityType[] | null | undefined;
  readonly minFootprints?: number | undefined;
  /** Minimum share of the council, 0 to 1, by weight, for an overlap to count. */
  readonly minShare?: number | undefined;
  readonly weight?: Weight | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/** A council that spans several footprints. */
export interface SpanningAuthority {
  readonly authority: Authority;
  /** Number of overlaps that count. */
  readonly footprintCount: number;
  /** The overlaps that count, largest first. */
  readonly overlaps: readonly Overlap[];
  /** Share of the council, by weight, in real overlaps with footprints other than its main one; 0 without residents. */
  readonly shareOutsideMain: number;
  /** Whether the main footprint by area differs from that by people; false without population data. */
  readonly mainDiffersByWeight: boolean;
}

/**
 * The councils of a tier with enough overlaps that count: those that are not slivers and are at least `minShare` of
 * the council by weight. Sorted by the share outside the main footprint, largest first, then by code.
 *
 * A share of 0 residents is undefined, so such an overlap counts only without a minimum share.
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 */
export function spanningAuthorities(
  facts: IndexedFacts,
  {
    tier = "UPPER",
    types = null,
    minFootprints = 2,
    minShare = 0,
    weight = "POPULATION",
    toleranceM = facts.edition.sliverToleranceM,
  }: SpanningOptions = {},
): readonly SpanningAuthority[] {
  const amountOf = weightFunction(weight, facts);
  const areBothKnown = facts.isPopulationKnown;
  const spanning: SpanningAuthority[] = [];
  for (const [code, all] of facts.overlapsByAuthority) {
    // Most councils lie in one footprint: skip them before any lookup or allocation.
    if (all.length < minFootprints) continue;
    const authority = facts.authorityByCode.get(code);
    if (authority === undefined || !authority.tiers.includes(tier)) continue;
    if (types !== null && !types.includes(authority.type)) continue;
    const real = all.filter((overlap) => !isSliver(overlap, facts, toleranceM));
    const counting = real.filter((overlap) => meetsMinShare(overlap, authority, { amountOf, minShare }));
    if (counting.length < minFootprints) continue;
    spanning.push(spanningAuthority(authority, { amountOf, areBothKnown, real, counting }));
  }
  return spanning.sort(compareSpanning);
}

/** Whether an overlap is at least `minShare` of its council. */
function meetsMinShare(
  overlap: Overlap,
  authority: Authority,
  { amountOf, minShare }: { readonly amountOf: WeightFunction; readonly minShare: number },
): boolean {
  return minShare <= 0 || (safeShare(amountOf(overlap), amountOf(authority)) ?? -1) >= minShare;
}

interface SpanningCandidate {
  readonly amountOf: WeightFunction;
  /** Whether both land and people are known. */
  readonly areBothKnown: boolean;
  readonly real: readonly Overlap[];
  readonly counting: Overlap[];
}

function spanningAuthority(
  authority: Authority,
  { amountOf, areBothKnown, real, counting }: SpanningCandidate,
): SpanningAuthority {
  return {
    authority,
    footprintCount: counting.length,
    overlaps: counting.sort((one, other) => compareLargest(one, other, amountOf)),
    shareOutsideMain: shareOutsideMain(authority, real, amountOf),
    mainDiffersByWeight: areBothKnown && mainDiffersByWeight(real),
  };
}

function shareOutsideMain(authority: Authority, real: readonly Overlap[], amountOf: WeightFunction): number {
  const main = largestOverlap(real, amountOf);
  let outside = 0;
  for (const overlap of real) if (overlap !== main) outside += amountOf(overlap);
  return safeShare(outside, amountOf(authority)) ?? 0;
}

function mainDiffersByWeight(real: readonly Overlap[]): boolean {
  return largestOverlap(real, landM2) !== largestOverlap(real, population);
}

function compareSpanning(one: SpanningAuthority, other: SpanningAuthority): number {
  return other.shareOutsideMain - one.shareOutsideMain || byCode(one.authority, other.authority);
}
