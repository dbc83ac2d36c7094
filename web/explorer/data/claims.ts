import type { Question } from "./question.js";

export type ClaimVerdict = "AGREES" | "DIFFERS" | "DEPENDS" | "NOT_CHECKABLE";

/** Something reported, and what the boundaries say. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly reported: string;
  readonly computed: string;
  readonly verdict: ClaimVerdict;
  readonly explanation: string;
}

const QUERY = `
query Claims($edition: ID) {
  claims(edition: $edition) { id statement source reported computed verdict explanation }
}
`;

export function claimsQuestion(edition: string): Question<{ readonly claims: readonly Claim[] }> {
  return { query: QUERY, variables: { edition } };
}
