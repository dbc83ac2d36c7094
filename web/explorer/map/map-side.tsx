import type { Geometry } from "geojson";
import { useCallback, useContext, useMemo, useState } from "preact/hooks";
import { type Box, councilOf, footprintOf, type Overview } from "../data/overview.js";
import { redrawnFootprints, scenarioQuestion } from "../data/scenario.js";
import { atLeast, spanningQuestion } from "../data/spanning.js";
import { useAnswer, useApi } from "../data/use-answer.js";
import { useLoaded } from "../data/use-loaded.js";
import { MapKey } from "../parts/map-key.js";
import { Failure } from "../parts/waiting.js";
import type { Camera, ExplorerState, View } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { AreaTooltip } from "./area-tooltip.js";
import { boxOf } from "./box-of.js";
import type { ExplorerMap, Hover } from "./explorer-map.js";
import { MapPane } from "./map-pane.js";
import { pictureOf } from "./picture-of.js";

interface MapSideProps {
  /** null while it is on its way. */
  readonly overview: Overview | null;
  readonly identity: ReadonlyMap<string, string>;
  readonly ownArea: Geometry | null;
  readonly onMap: (map: ExplorerMap) => void;
}

const ENGLAND: Box = [-5.75, 49.95, 1.78, 55.8];
const CLOSE_ZOOM = 7.6; // from here on the low detail would show

/** The map with its key: fetches the shapes, and what the view shows on them. */
export function MapSide({ overview, identity, ownArea, onMap }: MapSideProps) {
  const { state, change } = useContext(StateContext);
  const api = useApi();
  const [isClose, setIsClose] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const { edition, tier } = state;
  const wanted = `${edition} ${tier}`;
  const low = useLoaded(wanted, () => api.topology({ edition, tier, detail: "LOW" }));
  const medium = useLoaded(isClose ? wanted : null, () => api.topology({ edition, tier, detail: "MEDIUM" }));
  const topology = medium.status === "ready" ? medium.value : low.status === "ready" ? low.value : null;

  const spanning = useAnswer(state.view === "councils" ? spanningQuestion(state, 0) : null);
  const scenario = useAnswer(state.view === "redraw" ? scenarioQuestion(state) : null);
  const { least, weight, area, camera } = state;
  const divided = useMemo(() => {
    if (spanning.status !== "ready") return null;
    return atLeast(spanning.value.spanningAuthorities, { least, weight }).map(({ authority }) => authority.code);
  }, [spanning, least, weight]);
  const redrawn = useMemo(() => (scenario.status === "ready" ? redrawnFootprints(scenario.value) : null), [scenario]);
  const picture = useMemo(
    () => overview && pictureOf(state, { overview, identity, divided, redrawn, ownArea }),
    [state, overview, identity, divided, redrawn, ownArea],
  );
  const place = useMemo(() => placeOf({ area, camera }, { overview, ownArea }), [area, camera, overview, ownArea]);

  const select = useCallback(
    (under: Hover) => {
      const selected = selection(state.view, under);
      if (selected) change({ ...selected, camera: null });
    },
    [state.view, change],
  );
  const moved = useCallback((camera: Camera) => change({ camera }, "replace"), [change]);
  const failed = low.status === "failed" ? low : null;
  return (
    <MapPane
      title="Map of footprints and councils in England. The table view holds the same facts."
      attribution={overview ? attribution(overview) : ""}
      topology={topology}
      picture={picture}
      place={place}
      tooltip={(hover) => overview && <AreaTooltip overview={overview} hover={hover} />}
      onSelect={select}
      onCamera={moved}
      onZoom={(zoom) => setIsClose((already) => already || zoom >= CLOSE_ZOOM)}
      onReady={onMap}
      onFailure={setFailure}
    >
      {overview && <MapKey overview={overview} />}
      {failed && (
        <div class="map-failure">
          <Failure error={failed.error} retry={failed.retry} />
        </div>
      )}
      {failure && (
        <div class="map-failure" role="alert">
          The map cannot be drawn in this browser ({failure.message}). Everything else works without it.
        </div>
      )}
    </MapPane>
  );
}

function placeOf(
  { camera, area }: Pick<ExplorerState, "camera" | "area">,
  { overview, ownArea }: { readonly overview: Overview | null; readonly ownArea: Geometry | null },
): Camera | Box {
  if (camera) return camera;
  if (ownArea) return boxOf(ownArea);
  if (!overview) return ENGLAND;
  return (footprintOf(overview, area) ?? councilOf(overview, area))?.bbox ?? ENGLAND;
}

function selection(view: View, { footprint, council }: Hover): Partial<ExplorerState> | null {
  switch (view) {
    case "councils":
    case "redraw":
      return { area: council };
    case "footprints":
      return { area: footprint };
    case "polygon":
      return null; // a click is a corner there
    case "ratings":
    case "claims":
    case "compare":
    case "table":
      return { area: footprint, view: "footprints" };
  }
}

function attribution({ edition }: Overview): string {
  return [...new Set(edition?.sources.map((source) => source.attribution))].slice(0, 1).join(" ");
}
