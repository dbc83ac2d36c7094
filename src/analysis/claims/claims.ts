import type { ReportedClaim } from "../../model/claims.js";
import type { IndexedFacts } from "../../model/facts.js";
import { type ClaimAnswer, type ClaimChecker, notCheckableAnswer } from "./claim-verdict.js";
import { councilsInMoreThanOne } from "./councils-in-more-than-one.js";
import { footprintCoterminous, footprintsCrossingCouncils } from "./footprint-coterminous.js";
import { footprintsOfCouncil } from "./footprints-of-council.js";
import { leadersFromCouncils, partsOfFootprint } from "./leaders-and-parts.js";
import { ratingCount } from "./rating-count.js";

/** Something reported, and what the facts say to it. */
export interface Claim extends ClaimAnswer {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  /** The reported value, as written. */
  readonly reported: string;
}

/** How each kind of claim is answered. A claim is data: none is known here by its name. */
const CHECKERS: ReadonlyMap<string, ClaimChecker> = new Map([
  ["COUNCILS_IN_MORE_THAN_ONE", councilsInMoreThanOne],
  ["FOOTPRINTS_OF_COUNCIL", footprintsOfCouncil],
  ["FOOTPRINT_COTERMINOUS", footprintCoterminous],
  ["FOOTPRINTS_CROSSING_COUNCILS", footprintsCrossingCouncils],
  ["RATING_COUNT", ratingCount],
  ["PARTS_OF_FOOTPRINT", partsOfFootprint],
  ["LEADERS_FROM_COUNCILS", leadersFromCouncils],
]);

/** The edition's claims in their order, each checked against the facts. */
export function claims(facts: IndexedFacts): readonly Claim[] {
  return facts.claims.map((claim) => checkClaim(claim, facts));
}

/** One claim checked; of a kind that has no computation it is NOT_CHECKABLE and says so. */
export function checkClaim(claim: ReportedClaim, facts: IndexedFacts): Claim {
  const { id, statement, source, value } = claim;
  const kind = CHECKERS.get(claim.kind);
  const answer =
    kind === undefined
      ? notCheckableAnswer(`There is no computation for claims of kind ${claim.kind}.`)
      : kind(claim, facts);
  return { id, statement, source, reported: value, ...answer };
}
