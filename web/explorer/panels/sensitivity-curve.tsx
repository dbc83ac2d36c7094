import type { SensitivityStep } from "../data/spanning.js";

interface CurveProps {
  readonly steps: readonly SensitivityStep[];
  /** The share at the right edge. */
  readonly most: number;
  readonly least: number;
  /** A number of councils to mark; null for none. */
  readonly marked: number | null;
}

const WIDTH = 400;
const HEIGHT = 84; // pixels too, as the style sheet has it
const TOP = 8;

/** The number of councils for every least share, as a staircase. */
export function SensitivityCurve({ steps, most, least, marked }: CurveProps) {
  const highest = Math.max(...steps.map(({ count }) => count), (marked ?? 0) + 1);
  const x = (share: number) => (Math.min(share, most) / most) * WIDTH;
  const y = (count: number) => TOP + (1 - count / highest) * (HEIGHT - TOP);
  const stairs = steps
    .filter(({ fromShare }) => fromShare < most)
    .map(({ fromShare, toShare, count }) => `L${x(fromShare)},${y(count)} L${x(toShare)},${y(count)}`)
    .join(" ");
  return (
    <div class="curve" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <title>Number by smallest part that counts</title>
        <path class="under" d={`M0,${HEIGHT} ${stairs} L${WIDTH},${HEIGHT} Z`} />
        {marked !== null && <line class="seven" x1={0} x2={WIDTH} y1={y(marked)} y2={y(marked)} />}
        <line class="now" x1={x(least)} x2={x(least)} y1={0} y2={HEIGHT} />
      </svg>
      {marked !== null && (
        <span class="curve-label" style={{ top: `${y(marked)}px` }}>
          the press’s {marked}
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
