import type { AuthorityType, ExplorerState } from "../state/explorer-state.js";
import type { Question } from "./question.js";

/** A piece of a council, with how it is judged. */
export interface CouncilPiece {
  readonly footprint: { readonly code: string; readonly name: string };
  readonly population: number | null;
  readonly areaKm2: number;
  readonly shareOfAuthorityPopulation: number | null;
  readonly shareOfAuthorityArea: number;
  readonly thicknessM: number;
  readonly isSliver: boolean;
  readonly sliverReason: string;
}

/** A council and everything that it shares with footprints, slivers too. */
export interface CouncilDetail {
  readonly code: string;
  readonly name: string;
  readonly type: AuthorityType;
  readonly population: number | null;
  readonly areaKm2: number;
  readonly overlaps: readonly CouncilPiece[];
}

const QUERY = `
query Council($code: ID!, $edition: ID) {
  authority(code: $code, edition: $edition) {
    code name type population areaKm2
    overlaps(includeSlivers: true) {
      footprint { code name }
      population areaKm2 shareOfAuthorityPopulation shareOfAuthorityArea thicknessM isSliver sliverReason
    }
  }
}
`;

export function councilQuestion(
  code: string,
  { edition }: Pick<ExplorerState, "edition">,
): Question<{ readonly authority: CouncilDetail | null }> {
  return { query: QUERY, variables: { code, edition } };
}
