import { coterminosityVerdict } from "../coterminosity-verdict.js";
import { countText, listText, percentText, pluralOf, tierNoun } from "../plain-english.js";
import { type ClaimAnswer, type ClaimKind, notANumber, reportedCount } from "./claim-answer.js";

/** From this share of all footprints on, "many" is a fair word; nobody defined it, so the answer says what is meant. */
const MANY = 0.25;

/** "Many footprints (or N of them) cross council boundaries": those with the verdict CROSSES, on each tier. */
export const footprintsCrossingCouncils: ClaimKind = (claim, facts) => {
  const reported = reportedCount(claim);
  const isMany = claim.value.trim().toLowerCase() === "many";
  if (reported === null && !isMany) return notANumber(claim);

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
  return { computed, ...judged(found, counts + meaning) };
};

function judged(
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
