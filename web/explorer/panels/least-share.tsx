import { useContext } from "preact/hooks";
import type { SensitivityStep } from "../data/spanning.js";
import { withArticle } from "../parts/nouns.js";
import { percent, threshold } from "../parts/percent.js";
import { useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { SensitivityCurve } from "./sensitivity-curve.js";

const MOST = 0.25; // the slider's end: beyond it the count hardly changes
const STEP = 0.0025;
const PRESS_EDITION = "stp-2017";
const PRESS_COUNT = 7; // Local Government Chronicle, August 2017

/** A slider for the least share that counts, before the curve of what it does to the count. */
export function LeastShare({ steps }: { readonly steps: readonly SensitivityStep[] }) {
  const { state, change } = useContext(StateContext);
  const words = useWords();
  return (
    <div class="least-share">
      <label for="least">
        Smallest part that counts:{" "}
        <output>{state.least === 0 ? "any" : `${threshold(state.least)} of ${withArticle(words.council)}`}</output>
      </label>
      <SensitivityCurve
        steps={steps}
        most={MOST}
        least={state.least}
        marked={state.edition === PRESS_EDITION ? PRESS_COUNT : null}
      />
      <input
        id="least"
        type="range"
        min={0}
        max={MOST}
        step={STEP}
        value={Math.min(state.least, MOST)}
        aria-valuetext={state.least === 0 ? "any part" : threshold(state.least)}
        onInput={({ currentTarget }) => change({ least: Number(currentTarget.value) }, "replace")}
      />
      <p class="note">
        <Seven steps={steps} />
      </p>
    </div>
  );
}

function Seven({ steps }: { readonly steps: readonly SensitivityStep[] }) {
  const { state, change } = useContext(StateContext);
  const { councils } = useWords();
  if (state.edition !== PRESS_EDITION) return <>How the number of {councils} falls as small parts are left out.</>;
  const seven = steps.find(({ count }) => count === PRESS_COUNT);
  if (!seven) return <>The press of 2017 counted seven councils. With these choices no threshold gives seven.</>;
  const middle = Math.ceil((seven.fromShare + 0.0001) / STEP) * STEP;
  const inside = middle <= seven.toShare ? middle : seven.toShare;
  return (
    <>
      The press of 2017 counted seven councils. That is right for parts of more than {percent(seven.fromShare)} and up
      to {percent(seven.toShare)}.{" "}
      <button type="button" class="link" onClick={() => change({ least: Number(inside.toFixed(4)) })}>
        Show the seven
      </button>
    </>
  );
}
