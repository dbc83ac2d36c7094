import type { Geometry } from "geojson";
import { useMemo } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { footprintsAfterScenario, scenarioQuery } from "../data/scenario.js";
import { filterByMinShare, spanningQuery } from "../data/spanning.js";
import { useQuery } from "../data/use-query.js";
import type { ExplorerState } from "../state/explorer-state.js";
import type { MapViewModel } from "./map-view-model.js";
import { mapViewModel } from "./map-view-model.js";

interface MapInputs {
  readonly overview: Overview | null;
  readonly identity: ReadonlyMap<string, string>;
  readonly customArea: Geometry | null;
}

/** What the map shows for a state, with what has to be asked for it; null until the overview is there. */
export function useMapViewModel(
  state: ExplorerState,
  { overview, identity, customArea }: MapInputs,
): MapViewModel | null {
  const spanning = useQuery(state.view === "councils" ? spanningQuery(state, 0) : null);
  const scenario = useQuery(state.view === "redraw" ? scenarioQuery(state) : null);
  const { view, tier, weight, colouring, area, redrawn, minShare } = state;
  const dividedCodes = useMemo(() => {
    if (spanning.status !== "ready") return null;
    const councils = filterByMinShare(spanning.value.spanningAuthorities, { minShare, weight });
    return councils.map(({ authority }) => authority.code).join(" ");
  }, [spanning, minShare, weight]);
  const footprintAfter = useMemo(
    () => (scenario.status === "ready" ? footprintsAfterScenario(scenario.value.scenario) : null),
    [scenario],
  );
  // The map is drawn anew only for what changes it: not for each step of a slider that leaves the list as it was.
  return useMemo(() => {
    const divided = dividedCodes?.split(" ") ?? null;
    const data = { identity, divided, redrawn: footprintAfter, customArea };
    return overview && mapViewModel({ view, tier, weight, colouring, area, redrawn }, { overview, ...data });
  }, [view, tier, weight, colouring, area, redrawn, overview, identity, dividedCodes, footprintAfter, customArea]);
}
