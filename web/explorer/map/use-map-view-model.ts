import type { Geometry } from "geojson";
import { useMemo } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { footprintsAfterScenario, scenarioQuery } from "../data/scenario.js";
import { filterByMinShare, spanningQuery } from "../data/spanning.js";
import { useQuery } from "../data/use-query.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { type MapViewModel, mapViewModel } from "./map-view-model.js";

interface MapInputs {
  readonly overview: Overview | null;
  readonly identity: ReadonlyMap<string, string>;
  readonly customArea: Geometry | null;
}

/** The map's view model for a state, loading the data that it needs; null until the overview is loaded. */
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
  // Steps of the slider that leave the list unchanged do not redraw the map.
  return useMemo(() => {
    const divided = dividedCodes?.split(" ") ?? null;
    const data = { identity, divided, redrawn: footprintAfter, customArea };
    return overview && mapViewModel({ view, tier, weight, colouring, area, redrawn }, { overview, ...data });
  }, [view, tier, weight, colouring, area, redrawn, overview, identity, dividedCodes, footprintAfter, customArea]);
}
