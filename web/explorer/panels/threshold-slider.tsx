import { useContext } from "preact/hooks";
import type { SensitivityStep } from "../data/spanning.js";
import { withArticle } from "../format/nouns.js";
import { percent, threshold } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

const MAX_SHARE = 0.25; // end of the slider; beyond it the count hardly changes
const STEP = 0.0025;
const PRESS_EDITION = "stp-2017";
const PRESS_COUNT = 7; // Local Government Chronicle, July 2017

/** A slider for the minimum share that counts, below a curve of the count for each minimum. */
export function ThresholdSlider({ steps }: { readonly steps: readonly SensitivityStep[] }) {
  const { state, update } = useContext(StateContext);
  const { words } = useEdition();
  return (
    <div class="least-share">
      <label for="least">
        Smallest part that counts:{" "}
        <output>
          {state.minShare === 0 ? "any" : `${threshold(state.minShare)} of ${withArticle(words.council)}`}
        </output>
      </label>
      <SensitivityCurve
        steps={steps}
        maxShare={MAX_SHARE}
        minShare={state.minShare}
        marked={state.edition === PRESS_EDITION ? PRESS_COUNT : null}
      />
      <input
        id="least"
        type="range"
        min={0}
        max={MAX_SHARE}
        step={STEP}
        value={Math.min(state.minShare, MAX_SHARE)}
        aria-valuetext={state.minShare === 0 ? "any part" : threshold(state.minShare)}
        onInput={({ currentTarget }) => update({ minShare: Number(currentTarget.value) }, "replace")}
      />
      <p class="note">
        <PressCount steps={steps} />
      </p>
    </div>
  );
}

function PressCount({ steps }: { readonly steps: readonly SensitivityStep[] }) {
  const { state, update } = useContext(StateContext);
  const { councils } = useEdition().words;
  if (state.edition !== PRESS_EDITION)
    return <>How the number of divided {councils} falls as small parts are excluded.</>;
  const seven = steps.find(({ count }) => count === PRESS_COUNT);
  if (!seven) return <>The press in 2017 counted seven councils. With these settings no threshold gives seven.</>;
  const middle = Math.ceil((seven.fromShare + 0.0001) / STEP) * STEP;
  const inside = middle <= seven.toShare ? middle : seven.toShare;
  return (
    <>
      The press in 2017 counted seven councils. That is right for a threshold above {percent(seven.fromShare)} and up to{" "}
      {percent(seven.toShare)}.{" "}
      <button type="button" class="link" onClick={() => update({ minShare: Number(inside.toFixed(4)) })}>
        Show the seven
      </button>
    </>
  );
}

interface CurveProps {
  readonly steps: readonly SensitivityStep[];
  /** The share at the right edge. */
  readonly maxShare: number;
  readonly minShare: number;
  /** A count to mark; null for none. */
  readonly marked: number | null;
}

const WIDTH = 400;
const HEIGHT = 84; // in pixels too, as in style/panels.css
const TOP = 8;

/** The number of divided councils for every minimum share, as a step curve. */
export function SensitivityCurve({ steps, maxShare, minShare, marked }: CurveProps) {
  const highest = Math.max(...steps.map(({ count }) => count), (marked ?? 0) + 1);
  const x = (share: number) => (Math.min(share, maxShare) / maxShare) * WIDTH;
  const y = (count: number) => TOP + (1 - count / highest) * (HEIGHT - TOP);
  const stairs = steps
    .filter(({ fromShare }) => fromShare < maxShare)
    .map(({ fromShare, toShare, count }) => `L${x(fromShare)},${y(count)} L${x(toShare)},${y(count)}`)
    .join(" ");
  return (
    <div class="curve" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <title>Divided councils by smallest part that counts</title>
        <path class="under" d={`M0,${HEIGHT} ${stairs} L${WIDTH},${HEIGHT} Z`} />
        {marked !== null && <line class="seven" x1={0} x2={WIDTH} y1={y(marked)} y2={y(marked)} />}
        <line class="now" x1={x(minShare)} x2={x(minShare)} y1={0} y2={HEIGHT} />
      </svg>
      {marked !== null && (
        <span class="curve-label" style={{ top: `${y(marked)}px` }}>
          press: {marked}
        </span>
      )}
      <span class="curve-axis">
        <span>0%</span>
        <span>5%</span>
        <span>10%</span>
        <span>15%</span>
        <span>20%</span>
        <span>25%</span>
      </span>
    </div>
  );
}
