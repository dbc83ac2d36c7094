import type { Question } from "./question.js";

export type ChangeKind = "MERGED" | "SPLIT" | "REDRAWN" | "NEW" | "GONE" | "RECODED" | "RENAMED" | "UNCHANGED";

/** What changed in a layer from one edition to another. */
export interface Changes {
  readonly changes: {
    readonly populationMoved: number | null;
    readonly counts: readonly { readonly kind: ChangeKind; readonly count: number }[];
    readonly areas: {
      readonly nodes: readonly {
        readonly kind: ChangeKind;
        readonly summary: string;
        readonly populationMoved: number | null;
      }[];
    };
  };
}

const QUERY = `
query Changes($from: ID!, $to: ID!, $layer: Layer!) {
  changes(from: $from, to: $to, layer: $layer) {
    populationMoved
    counts { kind count }
    areas(kinds: [MERGED, SPLIT, REDRAWN, NEW, GONE]) { nodes { kind summary populationMoved } }
  }
}
`;

export function changesQuestion(variables: {
  readonly from: string;
  readonly to: string;
  readonly layer: "FOOTPRINTS" | "UPPER_TIER" | "LOWER_TIER";
}): Question<Changes> {
  return { query: QUERY, variables };
}
