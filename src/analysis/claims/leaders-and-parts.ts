import type { FootprintCode } from "../../model/code.js";
import { capitalise, countText, footprintText, listText, pluralise, spellNumber } from "../text/english.js";
import { type ClaimChecker, notANumberAnswer, notCheckableAnswer, parseCount } from "./claim-verdict.js";

/** The sector in the table of leaders for one who came from a council. */
const COUNCIL = "COUNCIL";

/** "N leaders came from councils": the number known, a lower bound while some leaders are not known. */
export const leadersFromCouncils: ClaimChecker = (claim, facts) => {
  const reported = parseCount(claim);
  if (reported === null) return notANumberAnswer(claim);
  if (facts.leaders.length === 0) return notCheckableAnswer("No table here says who led the footprints.");

  const fromCouncils = facts.leaders.filter(({ sector }) => sector === COUNCIL);
  const all = facts.footprints.length;
  const led = new Set(facts.leaders.map(({ footprintCode }) => footprintCode)).size;
  const unknown = all - led;
  const names = listText(fromCouncils.map(({ name, organisation }) => `${name} (${organisation})`));
  const count = fromCouncils.length;
  if (unknown === 0) {
    const verdict = count === reported ? "AGREES" : "DIFFERS";
    const explanation = `${capitalise(spellNumber(count))} of the ${all} leaders came from councils: ${names}.`;
    return { computed: countText(count), verdict, explanation };
  }

  const computed = `at least ${countText(count)}`;
  const bound = `At least ${spellNumber(count)} leaders came from councils: ${names}. Only ${led} of ${all} leaders are known here, so there may be more.`;
  if (reported < count || reported > count + unknown) return { computed, verdict: "DIFFERS", explanation: bound };
  if (reported > count)
    return notCheckableAnswer(
      `${bound} ${capitalise(spellNumber(reported))} is possible and cannot be confirmed.`,
      computed,
    );
  const agrees = `${bound} The leaders who are known bear the report out; they cannot show that it is complete.`;
  return { computed, verdict: "AGREES", explanation: agrees };
};

/** "This footprint has split itself into N parts": compared with the table of parts, unless it cites the same article. */
export const partsOfFootprint: ClaimChecker = (claim, facts) => {
  const reported = parseCount(claim);
  if (reported === null) return notANumberAnswer(claim);
  const footprint = facts.footprintByCode.get(claim.subject as FootprintCode);
  if (footprint === undefined) return notCheckableAnswer(`There is no footprint ${claim.subject} in this edition.`);
  const parts = facts.parts.filter(({ footprintCode }) => footprintCode === footprint.code);
  const subject = footprintText(footprint.name, facts.edition.footprintKind);
  if (parts.length === 0) return notCheckableAnswer(`No table here says into which parts ${subject} split itself.`);

  const computed = `${countText(parts.length)} listed`;
  const named = `The table of parts lists ${pluralise(parts.length, "part")} of ${subject}: ${listText(parts.map(({ name }) => name))}`;
  if (parts.some(({ source }) => citesSameArticle(source, claim.source))) {
    return notCheckableAnswer(
      `${named}; but it cites the same article as the claim, so it cannot confirm the number.`,
      `${computed}, from the same article`,
    );
  }
  if (parts.length === reported) return { computed, verdict: "AGREES", explanation: `${named}.` };
  return { computed, verdict: "DIFFERS", explanation: `${named}; not ${spellNumber(reported)}.` };
};

/**
 * Whether two source lines cite the same article: the same publication (the words before the first comma) of the same
 * month, or of the same year where no month is given. A line may hold several sources, separated by " ; ".
 */
export function citesSameArticle(one: string, other: string): boolean {
  const articles = new Set(articlesOf(one));
  return articlesOf(other).some((article) => articles.has(article));
}

const DATE =
  /(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d{2}/;

function articlesOf(sources: string): readonly string[] {
  return sources.split(" ; ").flatMap((source) => {
    const publication = source.split(",")[0]?.trim().toLowerCase();
    const date = DATE.exec(source)?.[0].toLowerCase();
    return publication === undefined || date === undefined ? [] : [`${publication}, ${date}`];
  });
}
