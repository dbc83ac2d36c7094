import type { Authority } from "../../model/area.js";
import type { AuthorityCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import { compareLargest } from "../main-footprint.js";
import { capitalised, counted, countText, listText, numberWord, percentText, spokenName } from "../plain-english.js";
import { realOverlapsOfAuthority } from "../real-overlaps.js";
import { share } from "../share.js";
import { amountBy, preferredWeight } from "../weight.js";
import { type ClaimKind, notANumber, notCheckable, reportedCount } from "./claim-answer.js";

/** "This council is in N footprints": its real overlaps, counted. */
export const footprintsOfCouncil: ClaimKind = (claim, facts) => {
  const reported = reportedCount(claim);
  if (reported === null) return notANumber(claim);
  const authority = facts.authorityByCode.get(claim.subject as AuthorityCode);
  if (authority === undefined)
    return notCheckable(`There is no ${facts.edition.authorityKind} ${claim.subject} in this edition.`);

  const amountOf = amountBy(preferredWeight(facts), facts);
  const overlaps = [...realOverlapsOfAuthority(authority.code, facts)].sort((one, other) =>
    compareLargest(one, other, amountOf),
  );
  const computed = countText(overlaps.length);
  const name = spokenName(authority.name);
  const list = `${listText(overlaps.map((overlap) => partText(overlap, authority, facts)))}.`;
  const lies = `${name} lies in ${counted(overlaps.length, "footprint")}`;

  if (overlaps.length === reported) return { computed, verdict: "AGREES", explanation: `${lies}: ${list}` };
  const differs = `${lies}, not ${numberWord(reported)}: ${list}`;
  const largestLeftOut = overlaps[reported];
  if (reported === 0 || largestLeftOut === undefined) return { computed, verdict: "DIFFERS", explanation: differs };
  const least = share(amountOf(largestLeftOut), amountOf(authority)) ?? 0;
  const depends = `${differs} ${capitalised(numberWord(reported))} holds only when parts of ${percentText(least)} or less are left out.`;
  return { computed, verdict: "DEPENDS", explanation: depends };
};

function partText(overlap: Overlap, authority: Authority, facts: IndexedFacts): string {
  const weight = preferredWeight(facts);
  const amountOf = amountBy(weight, facts);
  const name = facts.footprintByCode.get(overlap.footprintCode)?.name ?? overlap.footprintCode;
  const part = percentText(share(amountOf(overlap), amountOf(authority)) ?? 0);
  return `${name} (${part} of its ${weight === "POPULATION" ? "people" : "land"})`;
}
