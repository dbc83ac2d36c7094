import type { Geometry } from "geojson";
import { useMemo } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { redrawnFootprints, scenarioQuestion } from "../data/scenario.js";
import { atLeast, spanningQuestion } from "../data/spanning.js";
import { useAnswer } from "../data/use-answer.js";
import type { ExplorerState } from "../state/explorer-state.js";
import type { MapPicture } from "./map-picture.js";
import { pictureOf } from "./picture-of.js";

interface Known {
  readonly overview: Overview | null;
  readonly identity: ReadonlyMap<string, string>;
  readonly ownArea: Geometry | null;
}

/** What the map shows for a state, with what has to be asked for it; null until the overview is there. */
export function usePicture(state: ExplorerState, { overview, identity, ownArea }: Known): MapPicture | null {
  const spanning = useAnswer(state.view === "councils" ? spanningQuestion(state, 0) : null);
  const scenario = useAnswer(state.view === "redraw" ? scenarioQuestion(state) : null);
  const { view, tier, weight, colouring, area, redrawn, least } = state;
  const dividedCodes = useMemo(() => {
    if (spanning.status !== "ready") return null;
    const councils = atLeast(spanning.value.spanningAuthorities, { least, weight });
    return councils.map(({ authority }) => authority.code).join(" ");
  }, [spanning, least, weight]);
  const footprintAfter = useMemo(
    () => (scenario.status === "ready" ? redrawnFootprints(scenario.value) : null),
    [scenario],
  );
  // The map is drawn anew only for what changes it: not for each step of a slider that leaves the list as it was.
  return useMemo(() => {
    const divided = dividedCodes?.split(" ") ?? null;
    const data = { identity, divided, redrawn: footprintAfter, ownArea };
    return overview && pictureOf({ view, tier, weight, colouring, area, redrawn }, { overview, ...data });
  }, [view, tier, weight, colouring, area, redrawn, overview, identity, dividedCodes, footprintAfter, ownArea]);
}
