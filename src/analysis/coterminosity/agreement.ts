import type { Authority, Tier } from "../../model/area.js";
import type { FootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import { realOverlapsOfFootprint } from "../filter-overlaps.js";
import { safeShare } from "../shares.js";
import { type Weight, weightFunction } from "../weight.js";

/** Which councils, and by which weight. */
interface AgreementOptions {
  readonly tier?: Tier | undefined;
  readonly weight?: Weight | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/**
 * The councils that have more than half of themselves in a footprint, by code.
 *
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 */
export function authoritiesMostlyInside(
  code: FootprintCode,
  facts: IndexedFacts,
  { tier = "UPPER", weight = "POPULATION", toleranceM = facts.edition.sliverToleranceM }: AgreementOptions = {},
): readonly Authority[] {
  const amountOf = weightFunction(weight, facts);
  const inside: Authority[] = [];
  for (const overlap of realOverlapsOfFootprint(code, facts, { tier, toleranceM })) {
    const authority = facts.authorityByCode.get(overlap.authorityCode);
    if (authority !== undefined && amountOf(overlap) > amountOf(authority) / 2) inside.push(authority);
  }
  return inside;
}

/**
 * The agreement of a footprint and the councils mostly inside it, 0 to 1: what is in both as a share of what is in either
 * (Jaccard index). 0 when no council is mostly inside; null for 0 people of 0.
 *
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 */
export function agreement(
  code: FootprintCode,
  facts: IndexedFacts,
  { tier = "UPPER", weight = "POPULATION", toleranceM = facts.edition.sliverToleranceM }: AgreementOptions = {},
): number | null {
  const amountOf = weightFunction(weight, facts);
  const footprint = facts.footprintByCode.get(code);
  const authorities = new Set(
    authoritiesMostlyInside(code, facts, { tier, weight, toleranceM }).map(({ code }) => code),
  );

  let inBoth = 0;
  let inEither = footprint === undefined ? 0 : amountOf(footprint);
  for (const overlap of facts.overlapsByFootprint.get(code) ?? []) {
    const authority = facts.authorityByCode.get(overlap.authorityCode);
    if (authority === undefined || !authorities.has(overlap.authorityCode)) continue;
    inBoth += amountOf(overlap);
    inEither += amountOf(authority) - amountOf(overlap);
  }
  return safeShare(inBoth, inEither);
}
