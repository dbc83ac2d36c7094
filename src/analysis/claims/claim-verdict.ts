import type { ReportedClaim } from "../../model/claims.js";
import type { IndexedFacts } from "../../model/facts.js";

/** AGREES, DIFFERS, DEPENDS (on tier, type or threshold), or NOT_CHECKABLE with this data. */
export type ClaimVerdict = "AGREES" | "DIFFERS" | "DEPENDS" | "NOT_CHECKABLE";

/** The result of checking a claim. */
export interface ClaimAnswer {
  /** The computed figure or finding, to compare with the reported one. */
  readonly computed: string;
  readonly verdict: ClaimVerdict;
  /** The reasons, in sentences that can be quoted. */
  readonly explanation: string;
}

/** Checks one kind of claim. */
export type ClaimChecker = (claim: ReportedClaim, facts: IndexedFacts) => ClaimAnswer;

/** The answer to a claim that the data cannot decide, with the reason. */
export function notCheckableAnswer(reason: string, computed = "not known"): ClaimAnswer {
  return { computed, verdict: "NOT_CHECKABLE", explanation: reason };
}

/** The whole number that a claim reports; null when its value is not a whole number. */
export function parseCount({ value }: ReportedClaim): number | null {
  return /^\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

/** The answer to a claim whose value should have been a number. */
export function notANumberAnswer({ value }: ReportedClaim): ClaimAnswer {
  return notCheckableAnswer(`What was reported, "${value}", is not a number, so it cannot be compared with a count.`);
}
