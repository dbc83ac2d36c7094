import type { Geometry } from "geojson";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { type Box, councilOf, footprintOf, type Overview } from "../data/overview.js";
import { useTopology } from "../data/use-topology.js";
import { MapKey } from "../parts/map-key.js";
import { Failure } from "../parts/waiting.js";
import { editionsBeside } from "../state/editions-beside.js";
import type { Camera, ExplorerState, View } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { AreaTooltip } from "./area-tooltip.js";
import { boxOf } from "./box-of.js";
import type { ExplorerMap } from "./explorer-map.js";
import { MapPane } from "./map-pane.js";
import type { Hover } from "./reader.js";
import { isOnOther, Swipe, type Swiped } from "./swipe.js";
import { swipedSnapshot } from "./swiped-snapshot.js";
import { usePicture } from "./use-picture.js";

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
  const [isClose, setIsClose] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const shapes = useTopology({ ...state, isClose });
  const topology = shapes.status === "ready" ? shapes.value : null;

  const { view, area, camera } = state;
  const picture = usePicture(state, { overview, identity, ownArea });
  const place = useMemo(() => placeOf({ area, camera }, { overview, ownArea }), [area, camera, overview, ownArea]);

  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [swiped, setSwiped] = useState<Swiped | null>(null);
  const beside = useMemo(
    () => overview && editionsBeside({ view, edition: state.edition, swipe: state.swipe }, overview.editions),
    [view, state.edition, state.swipe, overview],
  );
  useEffect(() => {
    if (!map) return;
    const snapshot = beside && swiped ? () => swipedSnapshot(map, swiped.map, beside) : map.snapshot;
    onMap({ ...map, snapshot });
  }, [map, swiped, beside, onMap]);
  const otherAt = (hover: Hover) => {
    const widthPx = map?.map.getContainer().clientWidth ?? 0;
    return beside && swiped && isOnOther(hover, beside, widthPx) ? { ...swiped, edition: beside.other.id } : null;
  };

  const select = (hover: Hover) => {
    const other = otherAt(hover);
    const selected = selection(view, other ? other.map.under(hover) : hover);
    if (selected) change({ ...selected, camera: null, ...(other && { edition: other.edition }) });
  };
  const tooltip = (hover: Hover) => {
    const other = otherAt(hover);
    if (!other) return overview && <AreaTooltip overview={overview} hover={hover} />;
    return (
      <StateContext.Provider value={{ state: { ...state, edition: other.edition }, change }}>
        <AreaTooltip overview={other.overview} hover={other.map.under(hover)} />
      </StateContext.Provider>
    );
  };
  const moved = useCallback((camera: Camera) => change({ camera }, "replace"), [change]);
  const failed = shapes.status === "failed" ? shapes : null;
  return (
    <MapPane
      title="Map of footprints and councils in England. The table view holds the same facts."
      attribution={overview ? attribution(overview) : ""}
      topology={topology}
      picture={picture}
      place={place}
      tooltip={tooltip}
      onSelect={select}
      onCamera={moved}
      onZoom={(zoom) => setIsClose((already) => already || zoom >= CLOSE_ZOOM)}
      onReady={setMap}
      onFailure={setFailure}
      over={
        map &&
        beside && <Swipe base={map} beside={beside} isClose={isClose} onSwiped={setSwiped} onFailure={setFailure} />
      }
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
): Camera | Box | null {
  if (camera) return camera;
  if (ownArea) return boxOf(ownArea);
  if (area === null) return ENGLAND;
  if (!overview) return null;
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
