import type { Geometry } from "geojson";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { neighbourCodes } from "./data/overview.js";
import { useOverview } from "./data/use-overview.js";
import type { ExplorerMap } from "./map/explorer-map.js";
import { identityColours } from "./map/identity-colours.js";
import { MapSide } from "./map/map-side.js";
import { Panel } from "./panels/panel.js";
import { Sources } from "./panels/sources.js";
import { Waiting } from "./parts/waiting.js";
import { Header } from "./shell/header.js";
import { Share } from "./shell/share.js";
import { Toolbar } from "./shell/toolbar.js";
import { isTyping } from "./shell/use-slash-key.js";
import { StateContext } from "./state/state-context.js";
import { useAddressState } from "./state/use-address-state.js";
import { useOwnArea } from "./state/use-own-area.js";

const NO_COLOURS: ReadonlyMap<string, string> = new Map();

/** The page: the header, the choices, a panel, and the map beside it. */
export function Explorer() {
  const [state, change] = useAddressState();
  const loaded = useOverview(state);
  const overview = loaded.status === "ready" ? loaded.value : null;
  const identity = useMemo(() => (overview ? identityColours(neighbourCodes(overview)) : NO_COLOURS), [overview]);
  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [ownArea, setOwnArea] = useOwnArea(state.outline, change);
  const panel = useRef<HTMLElement>(null);
  const context = useMemo(() => ({ state, change }), [state, change]);

  const startDrawing = useCallback(
    async (onDrawn: (area: Geometry) => void) => {
      if (!map) throw new Error("there is no map to draw on");
      const { drawPolygon } = await import("./map/draw-polygon.js");
      return drawPolygon(map.map, onDrawn);
    },
    [map],
  );
  const draw = map ? startDrawing : null;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !isTyping(event.target)) change({ area: null });
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [change]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject starts at its top
  useEffect(() => panel.current?.scrollTo({ top: 0 }), [state.view, state.area]);

  return (
    <StateContext.Provider value={context}>
      <Header overview={overview} />
      <Toolbar overview={overview} />
      <main class={state.view === "table" ? "stage wide-panel" : "stage"}>
        <section class="panel" aria-label="Answers" ref={panel} tabIndex={-1}>
          <Waiting for={loaded}>
            {(known) => (
              <>
                <Panel overview={known} identity={identity} ownArea={{ area: ownArea, onArea: setOwnArea, draw }} />
                <Share overview={known} map={map} />
                <Sources overview={known} />
              </>
            )}
          </Waiting>
        </section>
        <MapSide overview={overview} identity={identity} ownArea={ownArea} onMap={setMap} />
      </main>
    </StateContext.Provider>
  );
}
