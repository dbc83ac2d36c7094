import type { Geometry } from "geojson";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { councilOf, footprintOf } from "../data/known.js";
import type { Box, EditionName, Overview } from "../data/overview.js";
import type { Shapes } from "../data/shapes.js";
import { loadedValue } from "../data/use-loaded.js";
import { useShapes } from "../data/use-shapes.js";
import { MapKey } from "../parts/map-key.js";
import { Failure } from "../parts/waiting.js";
import { useEdition } from "../state/edition-context.js";
import { editionsBeside } from "../state/editions-beside.js";
import { type Camera, type ExplorerState, INITIAL_STATE, type View } from "../state/explorer-state.js";
import { OtherEdition } from "../state/other-edition.js";
import { StateContext } from "../state/state-context.js";
import { AreaTooltip } from "./area-tooltip.js";
import { boxOf } from "./box-of.js";
import { widthDeg } from "./boxes-meet.js";
import type { ExplorerMap } from "./explorer-map.js";
import { MapPane } from "./map-pane.js";
import type { Hover } from "./reader.js";
import { shapeBox } from "./shape-box.js";
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

const FIRST_BOX: Box = [-6.42, 49.86, 1.76, 55.81]; // of the first edition: the map looks there before any answer has come
const CLOSE_ZOOM = 7.6; // from here on the low detail would show

/** The map with its key: fetches the shapes, and what the view shows on them. */
export function MapSide({ overview, identity, ownArea, onMap }: MapSideProps) {
  const { state, change } = useContext(StateContext);
  const [isClose, setIsClose] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const { edition, words } = useEdition();
  // The first edition is known to have both tiers; of others this must be known before a map can be asked for.
  const isTierKnown = edition !== null || state.edition === INITIAL_STATE.edition;
  const loaded = useShapes(isTierKnown ? state : null, isClose);
  const shapes = loadedValue(loaded);

  const { view, area, camera } = state;
  const picture = usePicture(state, { overview, identity, ownArea });
  const place = useMemo(
    () => placeOf({ area, camera, tier: state.tier, edition: state.edition }, { edition, overview, ownArea, shapes }),
    [area, camera, state.tier, state.edition, edition, overview, ownArea, shapes],
  );

  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [swiped, setSwiped] = useState<Swiped | null>(null);
  const beside = useMemo(
    () =>
      overview &&
      editionsBeside({ view, edition: state.edition, other: state.other, swipe: state.swipe }, overview.editions),
    [view, state.edition, state.other, state.swipe, overview],
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
      <OtherEdition edition={other.overview.edition}>
        <AreaTooltip overview={other.overview} hover={other.map.under(hover)} />
      </OtherEdition>
    );
  };
  const moved = useCallback((camera: Camera) => change({ camera }, "replace"), [change]);
  const failed = loaded.status === "failed" ? loaded : null;
  return (
    <MapPane
      title={`Map of ${words.footprints} and ${words.councils}. The table view holds the same facts.`}
      attribution={overview ? attribution(overview) : ""}
      shapes={shapes}
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
  { camera, area, tier, edition: id }: Pick<ExplorerState, "camera" | "area" | "tier" | "edition">,
  known: {
    readonly edition: EditionName | null;
    readonly overview: Overview | null;
    readonly ownArea: Geometry | null;
    readonly shapes: Shapes | null;
  },
): Camera | Box | null {
  const { edition, overview, ownArea, shapes } = known;
  if (camera) return camera;
  if (ownArea) return boxOf(ownArea);
  if (area === null) return wholeBox(edition, id);
  if (!overview) return null;
  const box = (footprintOf(overview, area) ?? councilOf(overview, area))?.bbox ?? overview.edition.bbox;
  if (widthDeg(box) <= 180) return box;
  // Round most of the Earth: it may lie on both sides of the antimeridian, which its shape tells.
  return shapes && (shapeBox(shapes, tier, area) ?? box);
}

/** Where an edition lies; null while it has not said so. */
function wholeBox(edition: EditionName | null, id: string): Box | null {
  return id === INITIAL_STATE.edition ? FIRST_BOX : (edition?.bbox ?? null);
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
  return edition.sources[0]?.attribution ?? "";
}
