import type { AuthorityType } from "../state/explorer-state.js";
import type { Question } from "./question.js";

/** Something that a search found. */
export type Hit =
  | { readonly __typename: "Footprint" | "Member"; readonly code: string; readonly name: string }
  | { readonly __typename: "Authority"; readonly code: string; readonly name: string; readonly type: AuthorityType };

const QUERY = `
query Search($text: String!, $edition: ID) {
  search(text: $text, edition: $edition, first: 8) {
    __typename
    ... on Footprint { code name }
    ... on Authority { code name type }
    ... on Member { code name }
  }
}
`;

export function searchQuestion(text: string, edition: string): Question<{ readonly search: readonly Hit[] }> {
  return { query: QUERY, variables: { text, edition } };
}
