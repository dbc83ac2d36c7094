import type { Geometry } from "geojson";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { Failure } from "../components/async-boundary.js";
import { MapLegend } from "../components/map-legend.js";
import type { EditionSummary, Overview } from "../data/overview.js";
import { findCouncil, findFootprint } from "../data/selectors.js";
import { isOffThread, type Shapes } from "../data/shapes.js";
import { valueOrNull } from "../data/use-async.js";
import { useShapes } from "../data/use-shapes.js";
import { swipeEditions } from "../state/compared-editions.js";
import { EditionOverride, useEdition } from "../state/edition-context.js";
import { type Camera, type ExplorerState, INITIAL_STATE, type Tier, type View } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { AreaTooltip } from "./area-tooltip.js";
import { type Bbox, geometryBbox, narrowestBbox, widthDeg } from "./bbox.js";
import type { ExplorerMap } from "./explorer-map.js";
import { areaFeatures, tierLayer } from "./features.js";
import type { Hover } from "./map-events.js";
import { MapPane } from "./map-pane.js";
import { isOnOtherSide, Swipe, type SwipeState, snapshotSwipe } from "./swipe.js";
import { useMapViewModel } from "./use-map-view-model.js";

interface MapViewProps {
  /** null while it loads. */
  readonly overview: Overview | null;
  readonly identity: ReadonlyMap<string, string>;
  readonly customArea: Geometry | null;
  readonly onMap: (map: ExplorerMap) => void;
}

const INITIAL_BBOX: Bbox = [-6.42, 49.86, 1.76, 55.81]; // of the initial edition, before any response
const MEDIUM_DETAIL_ZOOM = 7.6; // from here the low detail would show

/** The map with its legend: loads the shapes, and the data that the view needs. */
export function MapView({ overview, identity, customArea, onMap }: MapViewProps) {
  const { state, update } = useContext(StateContext);
  const [isClose, setIsClose] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const { edition, words } = useEdition();
  // The initial edition has both tiers; for another, its tiers must be loaded before its shapes.
  const isTierKnown = edition !== null || state.edition === INITIAL_STATE.edition;
  const loaded = useShapes(isTierKnown ? state : null, isClose);
  const shapes = valueOrNull(loaded);

  const { view, area, camera } = state;
  const viewModel = useMapViewModel(state, { overview, identity, customArea });
  const place = useMemo(
    () =>
      targetPlace(
        { area, camera, tier: state.tier, edition: state.edition },
        { edition, overview, customArea, shapes },
      ),
    [area, camera, state.tier, state.edition, edition, overview, customArea, shapes],
  );

  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [swiped, setSwiped] = useState<SwipeState | null>(null);
  const pair = useMemo(
    () =>
      overview &&
      swipeEditions({ view, edition: state.edition, other: state.other, swipe: state.swipe }, overview.editions),
    [view, state.edition, state.other, state.swipe, overview],
  );
  useEffect(() => {
    if (!map) return;
    const snapshot = pair && swiped ? () => snapshotSwipe(map, swiped.map, pair) : map.snapshot;
    onMap({ ...map, snapshot });
  }, [map, swiped, pair, onMap]);
  const otherEditionAt = (hover: Hover) => {
    const widthPx = map?.map.getContainer().clientWidth ?? 0;
    return pair && swiped && isOnOtherSide(hover, pair, widthPx) ? { ...swiped, edition: pair.other.id } : null;
  };

  const select = (hover: Hover) => {
    const other = otherEditionAt(hover);
    const selected = selection(view, other ? other.map.under(hover) : hover);
    if (selected) update({ ...selected, camera: null, ...(other && { edition: other.edition }) });
  };
  const tooltip = (hover: Hover) => {
    const other = otherEditionAt(hover);
    if (!other) return overview && <AreaTooltip overview={overview} hover={hover} />;
    return (
      <EditionOverride edition={other.overview.edition}>
        <AreaTooltip overview={other.overview} hover={other.map.under(hover)} />
      </EditionOverride>
    );
  };
  const updateCamera = useCallback((camera: Camera) => update({ camera }, "replace"), [update]);
  const failed = loaded.status === "failed" ? loaded : null;
  return (
    <MapPane
      title={`Map of ${words.footprints} and ${words.councils}. The table view has the same facts.`}
      attribution={overview ? attribution(overview) : ""}
      shapes={shapes}
      viewModel={viewModel}
      place={place}
      tooltip={tooltip}
      onSelect={select}
      onCamera={updateCamera}
      onZoom={(zoom) => setIsClose((already) => already || zoom >= MEDIUM_DETAIL_ZOOM)}
      onReady={setMap}
      onFailure={setFailure}
      over={
        map && pair && <Swipe base={map} pair={pair} isClose={isClose} onSwiped={setSwiped} onFailure={setFailure} />
      }
    >
      {overview && <MapLegend overview={overview} />}
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

function targetPlace(
  { camera, area, tier, edition: id }: Pick<ExplorerState, "camera" | "area" | "tier" | "edition">,
  data: {
    readonly edition: EditionSummary | null;
    readonly overview: Overview | null;
    readonly customArea: Geometry | null;
    readonly shapes: Shapes | null;
  },
): Camera | Bbox | null {
  const { edition, overview, customArea, shapes } = data;
  if (camera) return camera;
  if (customArea) return geometryBbox(customArea);
  if (area === null) return editionBbox(edition, id);
  if (!overview) return null;
  const box = (findFootprint(overview, area) ?? findCouncil(overview, area))?.bbox ?? overview.edition.bbox;
  if (widthDeg(box) <= 180) return box;
  // Round most of the Earth: the area may lie on both sides of the antimeridian, as its shape shows.
  return shapes && (shapeBbox(shapes, tier, area) ?? box);
}

/** The bbox of an area's shape; null where the map has none, or has it off the main thread. */
function shapeBbox(shapes: Shapes, tier: Tier, code: string): Bbox | null {
  if (isOffThread(shapes)) return null;
  const features = (["footprints", tierLayer(tier)] as const).flatMap(
    (layer) => areaFeatures(shapes.topology, layer).features,
  );
  const found = features.find(({ properties }) => properties.code === code);
  return found ? narrowestBbox(found.geometry) : null;
}

/** The bbox of an edition; null while it loads. */
function editionBbox(edition: EditionSummary | null, id: string): Bbox | null {
  return id === INITIAL_STATE.edition ? INITIAL_BBOX : (edition?.bbox ?? null);
}

function selection(view: View, { footprint, council }: Hover): Partial<ExplorerState> | null {
  switch (view) {
    case "councils":
    case "redraw":
      return { area: council };
    case "footprints":
      return { area: footprint };
    case "polygon":
      return null; // a click draws a corner
    case "ratings":
    case "claims":
    case "compare":
    case "table":
      return { area: footprint, view: "footprints" };
  }
}

function attribution({ edition }: Overview): string {
  return edition.sources[0]?.attribution ?? "";
}
