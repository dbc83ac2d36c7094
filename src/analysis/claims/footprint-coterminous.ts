import type { Footprint, Tier } from "../../model/area.js";
import type { FootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import { authoritiesMostlyInside } from "../coterminosity/agreement.js";
import { coterminosity } from "../coterminosity/coterminosity.js";
import { type CoterminosityVerdict, coterminosityVerdict } from "../coterminosity/coterminosity-verdict.js";
import { realOverlapsOfAuthority } from "../filter-overlaps.js";
import { safeShare } from "../shares.js";
import {
  countText,
  footprintText,
  listText,
  percentText,
  pluralOf,
  shortCouncilName,
  tierNoun,
} from "../text/english.js";
import { preferredWeight, weightFunction } from "../weight.js";
import {
  type ClaimAnswer,
  type ClaimChecker,
  notANumberAnswer,
  notCheckableAnswer,
  parseCount,
} from "./claim-verdict.js";

/** "This footprint is (or is not) coterminous with councils": the verdict on each tier, and what does not fit. */
export const footprintCoterminous: ClaimChecker = (claim, facts) => {
  const value = claim.value.trim().toLowerCase();
  if (value !== "true" && value !== "false") {
    return notCheckableAnswer(`What was reported, "${claim.value}", is neither true nor false.`);
  }
  const footprint = facts.footprintByCode.get(claim.subject as FootprintCode);
  if (footprint === undefined) return notCheckableAnswer(`There is no footprint ${claim.subject} in this edition.`);

  const found = facts.tiers.map((tier) => {
    const { verdict, summary } = coterminosity(footprint, facts, { tier });
    const isCoterminous = verdict === "SAME_AS_ONE" || verdict === "UNION_OF_WHOLE";
    const text = [summary, ...(isCoterminous ? [] : [disagreementText(footprint, facts, tier)])].join(" ").trim();
    return {
      tier,
      agrees: isCoterminous === (value === "true"),
      finding: findingText(verdict, tierNoun(facts, tier)),
      text,
    };
  });
  const agreeing = found.filter(({ agrees }) => agrees).map(({ tier }) => pluralOf(tierNoun(facts, tier)));
  const computed = found.map(({ finding }) => finding).join("; ");
  const text = found.map((tier) => tier.text).join(" ");
  if (agreeing.length === found.length) return { computed, verdict: "AGREES", explanation: text };
  if (agreeing.length === 0) return { computed, verdict: "DIFFERS", explanation: text };
  const depends = `It depends on the tier; the report holds for ${listText(agreeing)}. ${text}`;
  return { computed, verdict: "DEPENDS", explanation: depends };
};

function findingText(verdict: CoterminosityVerdict, noun: string): string {
  switch (verdict) {
    case "SAME_AS_ONE":
      return `the same as one ${noun}`;
    case "UNION_OF_WHOLE":
      return `made up of whole ${pluralOf(noun)}`;
    case "PART_OF_ONE":
      return `part of one ${noun}`;
    case "CROSSES":
      return `crosses ${pluralOf(noun)}`;
    case "NONE":
      return `no ${noun}`;
  }
}

/** What its councils have in other footprints, and what it has of councils that are mostly elsewhere. */
function disagreementText(footprint: Footprint, facts: IndexedFacts, tier: Tier): string {
  const own = new Set(
    authoritiesMostlyInside(footprint.code, facts, { tier, weight: preferredWeight(facts) }).map(({ code }) => code),
  );
  const elsewhere = [...own].flatMap((code) =>
    realOverlapsOfAuthority(code, facts).filter(({ footprintCode }) => footprintCode !== footprint.code),
  );
  const takenIn = coterminosity(footprint, facts, { tier }).partAuthorities.filter(
    ({ authorityCode }) => !own.has(authorityCode),
  );
  const sentences = [
    ...elsewhere.map(
      (overlap) => `${amountText(overlap, facts)} ${isOrAre(facts)} in ${footprintName(overlap, facts)}`,
    ),
    ...takenIn.map((overlap) => `it takes in ${amountText(overlap, facts)}`),
  ];
  return sentences.length === 0 ? "" : `What does not fit: ${listText(sentences)}.`;
}

/** "16,900 people of Northamptonshire (2.3%)", or square kilometres where the population is not known. */
function amountText(overlap: Overlap, facts: IndexedFacts): string {
  const amountOf = weightFunction(preferredWeight(facts), facts);
  const authority = facts.authorityByCode.get(overlap.authorityCode);
  const name = shortCouncilName(authority?.name ?? overlap.authorityCode);
  const part = percentText(safeShare(amountOf(overlap), authority === undefined ? 0 : amountOf(authority)) ?? 0);
  const amount =
    overlap.population === null
      ? `${(overlap.areaM2 / 1e6).toFixed(1)} km2`
      : `${countText(overlap.population)} people`;
  return `${amount} of ${name} (${part})`;
}

function isOrAre(facts: IndexedFacts): string {
  return preferredWeight(facts) === "POPULATION" ? "are" : "is";
}

function footprintName({ footprintCode }: Overlap, facts: IndexedFacts): string {
  return footprintText(facts.footprintByCode.get(footprintCode)?.name ?? footprintCode, facts.edition.footprintKind);
}

/** Minimum share of all footprints for "many". Nobody defined it, so the explanation states it. */
const MANY = 0.25;

/** "Many footprints (or N of them) cross council boundaries": those with the verdict CROSSES, on each tier. */
export const footprintsCrossingCouncils: ClaimChecker = (claim, facts) => {
  const reported = parseCount(claim);
  const isMany = claim.value.trim().toLowerCase() === "many";
  if (reported === null && !isMany) return notANumberAnswer(claim);

  const all = facts.footprints.length;
  const found = facts.tiers.map((tier) => {
    const count = facts.footprints.filter(
      ({ code }) => coterminosityVerdict(code, facts, { tier }) === "CROSSES",
    ).length;
    return {
      noun: pluralOf(tierNoun(facts, tier)),
      count,
      agrees: reported === null ? count >= MANY * all : count === reported,
    };
  });
  const computed = listText(found.map(({ count, noun }) => `${count} of ${all} cross ${noun}`));
  const counts = `Of ${countText(all)} footprints, ${listText(found.map(({ count, noun }) => `${count} (${percentText(count / all)}) cross the boundaries of ${noun}`))}, as the map stood on ${facts.edition.date}.`;
  const meaning = isMany ? ` "Many" is not a number; it is taken here as at least ${percentText(MANY)} of them.` : "";
  return { computed, ...judge(found, counts + meaning) };
};

function judge(
  found: readonly { readonly noun: string; readonly agrees: boolean }[],
  explanation: string,
): Pick<ClaimAnswer, "verdict" | "explanation"> {
  const agreeing = found.filter(({ agrees }) => agrees);
  if (agreeing.length === found.length) return { verdict: "AGREES", explanation };
  if (agreeing.length === 0) return { verdict: "DIFFERS", explanation };
  return {
    verdict: "DEPENDS",
    explanation: `${explanation} The report holds for ${listText(agreeing.map(({ noun }) => noun))}.`,
  };
}
