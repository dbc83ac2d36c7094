import type { ExplorerState } from "../state/explorer-state.js";
import type { Verdict } from "./overview.js";
import type { Query } from "./query.js";

interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** Footprints redrawn on council lines. */
export interface ScenarioResult {
  readonly scenario: {
    readonly councilsMoved: number;
    readonly populationMoved: number | null;
    readonly areaMovedKm2: number;
    readonly spanningCountAfter: number;
    readonly agreementAfter: {
      readonly verdictCounts: readonly { readonly verdict: Verdict | "NONE"; readonly count: number }[];
    };
    readonly moves: readonly {
      readonly authority: NamedArea;
      readonly from: NamedArea;
      readonly to: NamedArea;
      readonly population: number | null;
      readonly areaKm2: number;
    }[];
    readonly footprints: readonly {
      readonly footprint: NamedArea;
      readonly populationBefore: number | null;
      readonly populationAfter: number | null;
      readonly verdictAfter: Verdict | "NONE";
      readonly authorities: readonly { readonly code: string }[];
    }[];
  };
}

const QUERY = `
query Redraw($edition: ID, $tier: Tier, $weight: Weight, $assign: [Assignment!]) {
  scenario(edition: $edition, tier: $tier, weight: $weight, assign: $assign) {
    councilsMoved populationMoved areaMovedKm2 spanningCountAfter
    agreementAfter { verdictCounts { verdict count } }
    moves { authority { code name } from { code name } to { code name } population areaKm2 }
    footprints {
      footprint { code name }
      populationBefore populationAfter verdictAfter
      authorities { code }
    }
  }
}
`;

export function scenarioQuery({
  edition,
  tier,
  weight,
  assignments,
}: Pick<ExplorerState, "edition" | "tier" | "weight" | "assignments">): Query<ScenarioResult> {
  return { query: QUERY, variables: { edition, tier, weight, assign: assignments } };
}

/** The footprint of each council after redrawing. */
export function footprintsAfterScenario({ scenario }: ScenarioResult): ReadonlyMap<string, string> {
  return new Map(
    scenario.footprints.flatMap(({ footprint, authorities }) =>
      authorities.map((council): [string, string] => [council.code, footprint.code]),
    ),
  );
}
