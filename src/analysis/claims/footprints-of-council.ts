import type { Authority } from "../../model/area.js";
import type { AuthorityCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import { realOverlapsOfAuthority } from "../filter-overlaps.js";
import { safeShare } from "../shares.js";
import { compareLargest } from "../spanning/main-footprint.js";
import {
  capitalise,
  countText,
  listText,
  percentText,
  pluralise,
  shortCouncilName,
  spellNumber,
} from "../text/english.js";
import { preferredWeight, weightFunction } from "../weight.js";
import { type ClaimChecker, notANumberAnswer, notCheckableAnswer, parseCount } from "./claim-verdict.js";

/** "This council is in N footprints": its real overlaps, counted. */
export const footprintsOfCouncil: ClaimChecker = (claim, facts) => {
  const reported = parseCount(claim);
  if (reported === null) return notANumberAnswer(claim);
  const authority = facts.authorityByCode.get(claim.subject as AuthorityCode);
  if (authority === undefined)
    return notCheckableAnswer(`There is no ${facts.edition.authorityKind} ${claim.subject} in this edition.`);

  const amountOf = weightFunction(preferredWeight(facts), facts);
  const overlaps = [...realOverlapsOfAuthority(authority.code, facts)].sort((one, other) =>
    compareLargest(one, other, amountOf),
  );
  const computed = countText(overlaps.length);
  const name = shortCouncilName(authority.name);
  const list = `${listText(overlaps.map((overlap) => partText(overlap, authority, facts)))}.`;
  const lies = `${name} lies in ${pluralise(overlaps.length, "footprint")}`;

  if (overlaps.length === reported) return { computed, verdict: "AGREES", explanation: `${lies}: ${list}` };
  const differs = `${lies}, not ${spellNumber(reported)}: ${list}`;
  const largestLeftOut = overlaps[reported];
  if (reported === 0 || largestLeftOut === undefined) return { computed, verdict: "DIFFERS", explanation: differs };
  const least = safeShare(amountOf(largestLeftOut), amountOf(authority)) ?? 0;
  const depends = `${differs} ${capitalise(spellNumber(reported))} holds only when parts of ${percentText(least)} or less are left out.`;
  return { computed, verdict: "DEPENDS", explanation: depends };
};

function partText(overlap: Overlap, authority: Authority, facts: IndexedFacts): string {
  const weight = preferredWeight(facts);
  const amountOf = weightFunction(weight, facts);
  const name = facts.footprintByCode.get(overlap.footprintCode)?.name ?? overlap.footprintCode;
  const part = percentText(safeShare(amountOf(overlap), amountOf(authority)) ?? 0);
  return `${name} (${part} of its ${weight === "POPULATION" ? "people" : "land"})`;
}
