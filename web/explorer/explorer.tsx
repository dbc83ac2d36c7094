import type { Geometry } from "geojson";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { neighbourCodes } from "./data/known.js";
import { type EditionName, editionsQuestion, type Overview } from "./data/overview.js";
import { useAnswer } from "./data/use-answer.js";
import { type Loaded, loadedValue } from "./data/use-loaded.js";
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
import { EditionContext, shownEdition } from "./state/edition-context.js";
import { meantState } from "./state/meant-state.js";
import { StateContext } from "./state/state-context.js";
import { useAddressState } from "./state/use-address-state.js";
import { useOwnArea } from "./state/use-own-area.js";

const NO_COLOURS: ReadonlyMap<string, string> = new Map();

/** The page: the header, the choices, a panel, and the map beside it. */
export function Explorer() {
  const [asked, change] = useAddressState();
  const loaded = useOverview(asked);
  const overview = loadedValue(loaded);
  const editions = useEditions(loaded);
  const edition = editions?.find(({ id }) => id === asked.edition) ?? null;
  const state = useMemo(() => (edition ? meantState(asked, edition) : asked), [asked, edition]);
  const shown = useMemo(() => shownEdition(edition, state.tier), [edition, state.tier]);
  const identity = useMemo(() => (overview ? identityColours(neighbourCodes(overview)) : NO_COLOURS), [overview]);
  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [ownArea, setOwnArea] = useOwnArea(state.outline, change);
  const panel = useRef<HTMLElement>(null);
  const context = useMemo(() => ({ state, asked, change }), [state, asked, change]);
  useTitle(edition?.title ?? null);

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
      <EditionContext.Provider value={shown}>
        <Header overview={overview} />
        <Toolbar overview={overview} editions={editions} />
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
      </EditionContext.Provider>
    </StateContext.Provider>
  );
}

/** All editions: known from the overview, or where that has failed asked for alone, so that the reader can go to another. */
function useEditions(loaded: Loaded<Overview>): readonly EditionName[] | null {
  const alone = useAnswer(loaded.status === "failed" ? editionsQuestion() : null);
  const latest = useRef<readonly EditionName[] | null>(null);
  latest.current = loadedValue(loaded)?.editions ?? loadedValue(alone)?.editions ?? latest.current;
  return latest.current;
}

const NAME = "Coterminous";

/** Calls the window by what it shows. */
function useTitle(edition: string | null): void {
  useEffect(() => {
    if (edition !== null) document.title = `${NAME} – ${edition}`;
  }, [edition]);
}
