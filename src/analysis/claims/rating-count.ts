import type { ReportedClaim } from "../../model/claims.js";
import type { IndexedFacts } from "../../model/facts.js";
import { measures } from "../ratings/rating-of-footprint.js";
import { type RatingCount, ratingCounts } from "../ratings/rating-tables.js";
import { listText, pluralise } from "../text/english.js";
import {
  type ClaimAnswer,
  type ClaimChecker,
  notANumberAnswer,
  notCheckableAnswer,
  parseCount,
} from "./claim-verdict.js";

/** "N footprints have this rating": compared with the published total where there is one, else with the sourced bounds. */
export const ratingCount: ClaimChecker = (claim, facts) => {
  const reported = parseCount(claim);
  if (reported === null) return notANumberAnswer(claim);
  const counts = measures(facts)
    .map((measure) => ratingCounts(facts, measure))
    .find((candidates) => candidates.some(({ rating }) => rating === claim.subject));
  const count = counts?.find(({ rating }) => rating === claim.subject);
  if (counts === undefined || count === undefined) {
    return notCheckableAnswer(`There is no rating ${claim.subject} in this edition.`);
  }
  const answer =
    count.published === null ? compareWithBounds(reported, count) : compareWithTotal(reported, count, counts);
  const others = otherReports(claim, facts, counts);
  return { ...answer, explanation: [answer.explanation, ...others].join(" ") };
};

function compareWithTotal(reported: number, count: RatingCount, counts: readonly RatingCount[]): ClaimAnswer {
  const published = count.published ?? 0;
  const computed = `${published} published; ${boundsText(count)}`;
  const total = `The publisher's total for "${count.label}" is ${published}; ${boundsText(count)}.`;
  if (reported === published) return { computed, verdict: "AGREES", explanation: total };
  const sum = sumWithOthers(reported, count, counts);
  if (sum === null) return { computed, verdict: "DIFFERS", explanation: `${total} The report says ${reported}.` };
  return { computed, verdict: "DEPENDS", explanation: `${total} ${reported} holds only for ${sum}.` };
}

function compareWithBounds(reported: number, count: RatingCount): ClaimAnswer {
  const computed = boundsText(count);
  const known = `No total was published for "${count.label}"; ${computed}.`;
  if (reported < count.sourced || reported > count.atMost) return { computed, verdict: "DIFFERS", explanation: known };
  if (count.sourced === count.atMost) return { computed, verdict: "AGREES", explanation: known };
  return notCheckableAnswer(`${known} ${reported} is possible and cannot be confirmed.`, computed);
}

/** "6 can be named from sources, at most 32 are possible". */
function boundsText({ sourced, atMost }: RatingCount): string {
  return sourced === atMost
    ? `all ${sourced} can be named from sources`
    : `${sourced} can be named from sources, at most ${atMost} are possible`;
}

/** How a rating and all worse (or all better) ones add up to a reported number; null when they do not. */
function sumWithOthers(reported: number, count: RatingCount, counts: readonly RatingCount[]): string | null {
  const at = counts.indexOf(count);
  for (const [side, others] of [
    ["worse", counts.slice(at + 1)],
    ["better", counts.slice(0, at)],
  ] as const) {
    const sum = others.reduce((total, { published }) => total + (published ?? 0), count.published ?? 0);
    if (others.length === 0 || sum !== reported) continue;
    const parts = [count, ...others].map(({ label, published }) => `${published} "${label}"`);
    return `that rating and every ${side} one together: ${listText(parts)}`;
  }
  return null;
}

/** Other numbers reported for the same rating, and how they come about. */
function otherReports(claim: ReportedClaim, facts: IndexedFacts, counts: readonly RatingCount[]): readonly string[] {
  return facts.claims.flatMap((other) => {
    const reported = parseCount(other);
    const isRival = other.kind === claim.kind && other.subject === claim.subject && other.value !== claim.value;
    const count = counts.find(({ rating }) => rating === other.subject);
    if (!isRival || reported === null || count === undefined) return [];
    if (reported === count.published) {
      return [`The ${reported} reported elsewhere counts ${pluralise(1, "rating")} alone, "${count.label}".`];
    }
    const sum = sumWithOthers(reported, count, counts);
    return sum === null ? [] : [`The ${reported} reported elsewhere is ${sum}.`];
  });
}
