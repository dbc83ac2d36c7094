import type { SensitivityStep } from "../data/spanning.js";

interface CurveProps {
  readonly steps: readonly SensitivityStep[];
  /** The share at the right edge. */
  readonly most: number;
  readonly least: number;
}

const WIDTH = 400;
const HEIGHT = 84;
const TOP = 8;
const PRESS_COUNT = 7;

/** The number of councils for every least share, as a staircase, with the press's seven marked. */
export function SensitivityCurve({ steps, most, least }: CurveProps) {
  const highest = Math.max(...steps.map(({ count }) => count), PRESS_COUNT + 1);
  const x = (share: number) => (Math.min(share, most) / most) * WIDTH;
  const y = (count: number) => TOP + (1 - count / highest) * (HEIGHT - TOP);
  const stairs = steps
    .filter(({ fromShare }) => fromShare < most)
    .map(({ fromShare, toShare, count }) => `L${x(fromShare)},${y(count)} L${x(toShare)},${y(count)}`)
    .join(" ");
  return (
    <div class="curve" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <title>Number of councils by smallest part that counts</title>
        <path class="under" d={`M0,${HEIGHT} ${stairs} L${WIDTH},${HEIGHT} Z`} />
        <line class="seven" x1={0} x2={WIDTH} y1={y(PRESS_COUNT)} y2={y(PRESS_COUNT)} />
        <line class="now" x1={x(least)} x2={x(least)} y1={0} y2={HEIGHT} />
      </svg>
      <span class="curve-label" style={{ top: `${(y(PRESS_COUNT) / HEIGHT) * 100}%` }}>
        seven
      </span>
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
