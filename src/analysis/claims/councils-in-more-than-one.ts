import { AUTHORITY_TYPES, type AuthorityType, type Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { spanningAuthorities } from "../spanning/spanning-authorities.js";
import { type SensitivityStep, spanningSensitivity } from "../spanning/spanning-sensitivity.js";
import {
  capitalise,
  countText,
  decimalText,
  listText,
  pluralOf,
  shortCouncilName,
  spellNumber,
  tierNoun,
} from "../text/english.js";
import { preferredWeight } from "../weight.js";
import { type ClaimAnswer, type ClaimChecker, notANumberAnswer, parseCount } from "./claim-verdict.js";

/** Councils that a reported count may refer to. */
interface Group {
  readonly tier: Tier;
  /** null: every type of the tier. */
  readonly types: readonly AuthorityType[] | null;
  readonly noun: string;
}

const TYPE_NOUN: Readonly<Record<Exclude<AuthorityType, "OTHER">, string>> = {
  COUNTY: "county council",
  DISTRICT: "district council",
  UNITARY: "unitary council",
  METROPOLITAN_DISTRICT: "metropolitan district",
  LONDON_BOROUGH: "London borough",
};

/** "N councils are in more than one footprint": depends on the type of council and on the smallest part that counts. */
export const councilsInMoreThanOne: ClaimChecker = (claim, facts) => {
  const reported = parseCount(claim);
  if (reported === null) return notANumberAnswer(claim);

  const groups = groupsOf(facts).map((group) => {
    const steps = spanningSensitivity(facts, { ...group, weight: preferredWeight(facts) });
    const atAll = spanningAuthorities(facts, { ...group, weight: preferredWeight(facts) }).length;
    return { ...group, atAll, step: steps.find((step) => step.count === reported) ?? null };
  });
  const tiers = groups.filter(({ types }) => types === null);
  const holding = groups
    .filter(({ step }) => step !== null)
    .sort((one, other) => rangeWidth(other.step) - rangeWidth(one.step));
  const computed = listText(tiers.map(({ atAll, noun }) => `${countText(atAll)} ${pluralOf(noun)}`));
  const facing = `${capitalise(computed)} lie in more than one footprint, however small the part.`;

  if (tiers.every(({ atAll }) => atAll === reported)) return { computed, verdict: "AGREES", explanation: facing };
  if (holding.length === 0) {
    const explanation = `${facing} No type of ${facts.edition.authorityKind} and no least share gives ${spellNumber(reported)}.`;
    return { computed, verdict: "DIFFERS", explanation };
  }
  const ranges = holding.map(({ step, ...group }) => (step === null ? "" : rangeText(group, step, facts)));
  const without = groups.filter(({ step }) => step === null).map(({ noun }) => pluralOf(noun));
  const rest = without.length === 0 ? "" : ` It holds at no share for ${listText(without)}.`;
  const explanation = `${facing} ${capitalise(spellNumber(reported))} holds only when small parts are left out: ${ranges.join("; ")}.${rest}`;
  return { computed, verdict: "DEPENDS", explanation } satisfies ClaimAnswer;
};

/** The width of a range of shares; the widest range is reported first. */
function rangeWidth(step: SensitivityStep | null): number {
  return step === null ? 0 : step.toShare - step.fromShare;
}

/** Every tier as a whole, then every type; a type in both tiers is listed once. */
function groupsOf(facts: IndexedFacts): readonly Group[] {
  const types = AUTHORITY_TYPES.flatMap((type) => {
    const tier = facts.authorities.find((authority) => authority.type === type)?.tiers[0];
    return tier === undefined
      ? []
      : [{ tier, types: [type], noun: type === "OTHER" ? facts.edition.authorityKind : TYPE_NOUN[type] }];
  });
  return [...facts.tiers.map((tier) => ({ tier, types: null, noun: tierNoun(facts, tier) })), ...types];
}

/** Round thresholds, most common first. */
const ROUND_SHARES = [0.05, 0.1, 0.01, 0.02, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

/** "for county councils when the least share that counts is above 4.21% and up to 12.23% of the council's people (at 5%: A, B and C)" */
function rangeText({ tier, types, noun }: Group, { fromShare, toShare }: SensitivityStep, facts: IndexedFacts): string {
  const weight = preferredWeight(facts);
  const what = weight === "POPULATION" ? "people" : "land";
  const from = fromShare === 0 ? "" : `above ${precisePercent(fromShare)} and `;
  const range = `for ${types === null ? "all " : ""}${pluralOf(noun)} when the least share that counts is ${from}up to ${precisePercent(toShare)} of the ${facts.edition.authorityKind}'s ${what}`;
  const minShare = ROUND_SHARES.find((share) => share > fromShare && share <= toShare);
  if (minShare === undefined) return range;
  const names = spanningAuthorities(facts, { tier, types, minShare, weight }).map(({ authority }) => authority);
  const sorted = names.map(({ name }) => shortCouncilName(name)).sort();
  return `${range} (at ${minShare * 100}%: ${listText(sorted)})`;
}

/** Two decimals, because the ranges are often narrower than 0.1%. */
function precisePercent(share: number): string {
  return `${decimalText(share * 100, 2)}%`;
}
