import type { ExplorerState } from "../state/explorer-state.js";
import { type DataOf, graphql } from "./graphql.js";
import { bind } from "./query.js";

const SCENARIO = graphql(`
query Scenario($edition: ID, $tier: Tier, $weight: Weight, $assign: [Assignment!]) {
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
`);

/** Footprints redrawn along council boundaries. */
export type Scenario = DataOf<typeof SCENARIO>["scenario"];

export const scenarioQuery = ({
  edition,
  tier,
  weight,
  assignments,
}: Pick<ExplorerState, "edition" | "tier" | "weight" | "assignments">) =>
  bind(SCENARIO, { edition, tier, weight, assign: assignments });

/** The footprint of each council after redrawing. */
export function footprintsAfterScenario({ footprints }: Scenario): ReadonlyMap<string, string> {
  return new Map(
    footprints.flatMap(({ footprint, authorities }) =>
      authorities.map((council): [string, string] => [council.code, footprint.code]),
    ),
  );
}
