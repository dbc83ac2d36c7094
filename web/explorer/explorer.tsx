import type { Geometry } from "geojson";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { AsyncBoundary } from "./components/async-boundary.js";
import { type EditionSummary, editionsQuery, type Overview } from "./data/overview.js";
import { neighbourCodes } from "./data/selectors.js";
import { type AsyncState, valueOrNull } from "./data/use-async.js";
import { useOverview } from "./data/use-overview.js";
import { useQuery } from "./data/use-query.js";
import { Header } from "./layout/header.js";
import { isTyping } from "./layout/search.js";
import { Share } from "./layout/share.js";
import { Toolbar } from "./layout/toolbar.js";
import type { ExplorerMap } from "./map/explorer-map.js";
import { graphColouring, NO_COLOURS } from "./map/graph-colouring.js";
import { MapView } from "./map/map-view.js";
import { Panel } from "./panels/panel.js";
import { Sources } from "./panels/sources.js";
import { activeEdition, EditionContext } from "./state/edition-context.js";
import { effectiveState } from "./state/effective-state.js";
import { StateContext, useUrlState } from "./state/state-context.js";
import { useCustomArea } from "./state/use-custom-area.js";

/** The page: header, toolbar, panel and map. */
export function Explorer() {
  const [requested, update] = useUrlState();
  const loaded = useOverview(requested);
  const overview = valueOrNull(loaded);
  const editions = useEditions(loaded);
  const edition = editions?.find(({ id }) => id === requested.edition) ?? null;
  const state = useMemo(() => (edition ? effectiveState(requested, edition) : requested), [requested, edition]);
  const shown = useMemo(() => activeEdition(edition, state.tier), [edition, state.tier]);
  const identity = useMemo(() => (overview ? graphColouring(neighbourCodes(overview)) : NO_COLOURS), [overview]);
  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [customArea, setCustomArea] = useCustomArea(state.outline, update);
  const panel = useRef<HTMLElement>(null);
  const context = useMemo(() => ({ state, requested, update }), [state, requested, update]);
  useTitle(edition?.title ?? null);

  const startDrawing = useCallback(
    async (onDrawn: (area: Geometry) => void) => {
      if (!map) throw new Error("the map is not ready for drawing");
      const { drawPolygon } = await import("./map/draw-polygon.js");
      return drawPolygon(map.map, onDrawn);
    },
    [map],
  );
  const draw = map ? startDrawing : null;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !isTyping(event.target)) update({ area: null });
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [update]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject starts at its top
  useEffect(() => panel.current?.scrollTo({ top: 0 }), [state.view, state.area]);

  return (
    <StateContext.Provider value={context}>
      <EditionContext.Provider value={shown}>
        <Header overview={overview} />
        <Toolbar overview={overview} editions={editions} />
        <main class={state.view === "table" ? "stage wide-panel" : "stage"}>
          <section class="panel" aria-label="Results" ref={panel} tabIndex={-1}>
            <AsyncBoundary for={loaded}>
              {(loadedOverview) => (
                <>
                  <Panel
                    overview={loadedOverview}
                    identity={identity}
                    customArea={{ area: customArea, onArea: setCustomArea, draw }}
                  />
                  <Share overview={loadedOverview} map={map} />
                  <Sources overview={loadedOverview} />
                </>
              )}
            </AsyncBoundary>
          </section>
          <MapView overview={overview} identity={identity} customArea={customArea} onMap={setMap} />
        </main>
      </EditionContext.Provider>
    </StateContext.Provider>
  );
}

/** All editions, from the overview; loaded alone when the overview fails, so that the reader can switch to another edition. */
function useEditions(loaded: AsyncState<Overview>): readonly EditionSummary[] | null {
  const alone = useQuery(loaded.status === "failed" ? editionsQuery() : null);
  const latest = useRef<readonly EditionSummary[] | null>(null);
  latest.current = valueOrNull(loaded)?.editions ?? valueOrNull(alone)?.editions ?? latest.current;
  return latest.current;
}

const NAME = "Coterminous";

/** Puts the edition into the window title. */
function useTitle(edition: string | null): void {
  useEffect(() => {
    if (edition !== null) document.title = `${NAME} – ${edition}`;
  }, [edition]);
}
