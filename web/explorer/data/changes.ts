import type { Question } from "./question.js";

export type ChangeKind = "MERGED" | "SPLIT" | "REDRAWN" | "NEW" | "GONE" | "RECODED" | "RENAMED" | "UNCHANGED";

/** What changed in a layer from one edition to another. */
export interface Changes {
  readonly changes: {
    readonly populationMoved: number | null;
    readonly areaMovedKm2: number;
    readonly counts: readonly { readonly kind: ChangeKind; readonly count: number }[];
    readonly areas: {
      readonly totalCount: number;
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
    populationMoved areaMovedKm2
    counts { kind count }
    areas(kinds: [MERGED, SPLIT, REDRAWN, NEW, GONE]) { totalCount nodes { kind summary populationMoved } }
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
