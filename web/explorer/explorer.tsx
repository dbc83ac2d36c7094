import { useEffect, useMemo, useRef } from "preact/hooks";
import { neighbourCodes, overviewQuestion } from "./data/overview.js";
import { useAnswer } from "./data/use-answer.js";
import type { ExplorerMap } from "./map/explorer-map.js";
import { identityColours } from "./map/identity-colours.js";
import { MapSide } from "./map/map-side.js";
import { Panel } from "./panels/panel.js";
import { Waiting } from "./parts/waiting.js";
import { Header } from "./shell/header.js";
import { Toolbar } from "./shell/toolbar.js";
import { isTyping } from "./shell/use-slash-key.js";
import { StateContext } from "./state/state-context.js";
import { useAddressState } from "./state/use-address-state.js";

const NO_COLOURS: ReadonlyMap<string, string> = new Map();

/** The page: the header, the choices, a panel, and the map beside it. */
export function Explorer() {
  const [state, change] = useAddressState();
  const loaded = useAnswer(overviewQuestion(state.edition));
  const overview = loaded.status === "ready" ? loaded.value : null;
  const identity = useMemo(() => (overview ? identityColours(neighbourCodes(overview)) : NO_COLOURS), [overview]);
  const map = useRef<ExplorerMap | null>(null);
  const panel = useRef<HTMLElement>(null);
  const context = useMemo(() => ({ state, change }), [state, change]);

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
      <main class="stage">
        <section class="panel" aria-label="Answers" ref={panel} tabIndex={-1}>
          <Waiting for={loaded}>{(known) => <Panel overview={known} identity={identity} />}</Waiting>
        </section>
        <MapSide
          overview={overview}
          identity={identity}
          ownArea={null}
          onMap={(made) => {
            map.current = made;
          }}
        />
      </main>
    </StateContext.Provider>
  );
}
