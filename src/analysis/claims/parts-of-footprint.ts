import type { FootprintCode } from "../../model/code.js";
import { counted, countText, footprintText, listText, numberWord } from "../plain-english.js";
import { type ClaimKind, notANumber, notCheckable, reportedCount } from "./claim-answer.js";
import { citeSameArticle } from "./same-article.js";

/** "This footprint has split itself into N parts": the parts known, unless they are known from the same article. */
export const partsOfFootprint: ClaimKind = (claim, facts) => {
  const reported = reportedCount(claim);
  if (reported === null) return notANumber(claim);
  const footprint = facts.footprintByCode.get(claim.subject as FootprintCode);
  if (footprint === undefined) return notCheckable(`There is no footprint ${claim.subject} in this edition.`);
  const parts = facts.parts.filter(({ footprintCode }) => footprintCode === footprint.code);
  const subject = footprintText(footprint.name, facts.edition.footprintKind);
  if (parts.length === 0) return notCheckable(`No table here says into which parts ${subject} split itself.`);

  const computed = `${countText(parts.length)} listed`;
  const named = `The table of parts lists ${counted(parts.length, "part")} of ${subject}: ${listText(parts.map(({ name }) => name))}`;
  if (parts.some(({ source }) => citeSameArticle(source, claim.source))) {
    return notCheckable(
      `${named}; but it cites the same article as the claim, so it cannot confirm the number.`,
      `${computed}, from the same article`,
    );
  }
  if (parts.length === reported) return { computed, verdict: "AGREES", explanation: `${named}.` };
  return { computed, verdict: "DIFFERS", explanation: `${named}; not ${numberWord(reported)}.` };
};
