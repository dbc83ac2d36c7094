import type { ReportedClaim } from "../../model/claims.js";
import type { IndexedFacts } from "../../model/facts.js";

/** AGREES, DIFFERS, DEPENDS on tier, type or threshold, or NOT_CHECKABLE with what is known here. */
export type ClaimVerdict = "AGREES" | "DIFFERS" | "DEPENDS" | "NOT_CHECKABLE";

/** What the facts say to a claim. */
export interface ClaimAnswer {
  /** The figure or finding that stands against the reported one. */
  readonly computed: string;
  readonly verdict: ClaimVerdict;
  /** Why: sentences that can be quoted. */
  readonly explanation: string;
}

/** How one kind of claim is answered. */
export type ClaimChecker = (claim: ReportedClaim, facts: IndexedFacts) => ClaimAnswer;

/** The answer to a claim that the facts cannot judge, with the reason. */
export function notCheckableAnswer(reason: string, computed = "not known"): ClaimAnswer {
  return { computed, verdict: "NOT_CHECKABLE", explanation: reason };
}

/** The whole number that a claim reports; null when it reports something else. */
export function parseCount({ value }: ReportedClaim): number | null {
  return /^\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

/** The answer to a claim whose value should have been a number. */
export function notANumberAnswer({ value }: ReportedClaim): ClaimAnswer {
  return notCheckableAnswer(`What was reported, "${value}", is not a number, so it cannot be compared with a count.`);
}
