import type { ReportedClaim } from "../../model/claims.js";
import type { IndexedFacts } from "../../model/facts.js";
import { type ClaimAnswer, type ClaimChecker, notCheckableAnswer } from "./claim-verdict.js";
import { councilsInMoreThanOne } from "./councils-in-more-than-one.js";
import { footprintCoterminous, footprintsCrossingCouncils } from "./footprint-coterminous.js";
import { footprintsOfCouncil } from "./footprints-of-council.js";
import { leadersFromCouncils, partsOfFootprint } from "./leaders-and-parts.js";
import { ratingCount } from "./rating-count.js";

/** A published claim with the result of checking it. */
export interface Claim extends ClaimAnswer {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  /** The reported value, as written. */
  readonly reported: string;
}

/** The check of each kind of claim. Claims are data: no single claim is named in the code. */
const CHECKERS: ReadonlyMap<string, ClaimChecker> = new Map([
  ["COUNCILS_IN_MORE_THAN_ONE", councilsInMoreThanOne],
  ["FOOTPRINTS_OF_COUNCIL", footprintsOfCouncil],
  ["FOOTPRINT_COTERMINOUS", footprintCoterminous],
  ["FOOTPRINTS_CROSSING_COUNCILS", footprintsCrossingCouncils],
  ["RATING_COUNT", ratingCount],
  ["PARTS_OF_FOOTPRINT", partsOfFootprint],
  ["LEADERS_FROM_COUNCILS", leadersFromCouncils],
]);

/** The edition's claims, each checked, in the order of its table. */
export function claims(facts: IndexedFacts): readonly Claim[] {
  return facts.claims.map((claim) => checkClaim(claim, facts));
}

/** Checks one claim; a kind without a computation is NOT_CHECKABLE. */
export function checkClaim(claim: ReportedClaim, facts: IndexedFacts): Claim {
  const { id, statement, source, value } = claim;
  const kind = CHECKERS.get(claim.kind);
  const answer =
    kind === undefined
      ? notCheckableAnswer(`There is no computation for claims of kind ${claim.kind}.`)
      : kind(claim, facts);
  return { id, statement, source, reported: value, ...answer };
}
