import { type ArcRing, arcOfIndex } from "../formats/arc-rings.js";
import { twiceGridArea } from "./grid-area.js";
import { type MercatorArc, twiceMercatorArea } from "./mercator-arcs.js";
import { MOST_ZOOM, worldUnits } from "./tile-grid.js";

/** An arc on the grid of a zoom: x and y in turn, no position twice in a row. */
export type GridArc = Int32Array;

/**
 * A point goes when its triangle is smaller than this, square units: half a square pixel of a 512-pixel tile, a whole one
 * where a tile holds so many areas that it would be heavy.
 */
function leastTriangle(zoom: number): number {
  if (zoom === MOST_ZOOM) return 0;
  return zoom <= 7 ? 64 : 32;
}

/** A ring of at least this many square units is to be seen; what is smaller has no place on the grid. */
const LEAST_RING = 1;

/**
 * The arcs as a zoom draws them: points that nobody would see taken out, the others on the zoom's grid.
 *
 * An arc is treated once, whoever it borders, so neighbours and layers keep drawing the same line. A ring that is large
 * enough to be seen and would fold up gets all its points back. A ring that the grid makes flat or turns inside out, at
 * most a few units wide, is closed up: its two sides then draw one line, and its neighbours meet there.
 */
export function gridArcs(
  arcs: readonly MercatorArc[],
  { rings, zoom }: { readonly rings: readonly ArcRing[]; readonly zoom: number },
): readonly GridArc[] {
  const units = worldUnits(zoom);
  const whole = (arc: MercatorArc) => gridArc(arc, { units, leastWeight: 0 });
  const leastWeight = leastTriangle(zoom) / units ** 2;
  const drawn = arcs.map((arc) => gridArc(arc, { units, leastWeight }));
  const sized = rings.map((ring) => ({ ring, twiceArea: twiceMercatorArea(ring, arcs) * units ** 2 }));

  const seen = sized.filter(({ twiceArea }) => Math.abs(twiceArea) / 2 >= LEAST_RING);
  const isWhole = new Set<number>();
  // Giving an arc its points back moves its other side too, which may fold in turn; each round settles some arcs.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const { ring, twiceArea } of seen) {
      const isFolded = twiceGridArea(ring, drawn) * Math.sign(twiceArea) <= 0;
      const indices = isFolded ? ring.map(arcOfIndex).filter((i) => !isWhole.has(i)) : [];
      for (const i of indices) {
        const arc = arcs[i];
        if (arc !== undefined) drawn[i] = whole(arc);
        isWhole.add(i);
        isSettled = false;
      }
    }
  }
  const closed = new Set<ArcRing>();
  for (let isSettled = false, round = 0; !isSettled && round < MOST_ROUNDS; round++) {
    isSettled = true;
    for (const { ring, twiceArea } of sized) {
      const drawnArea = twiceGridArea(ring, drawn) * Math.sign(twiceArea);
      if (drawnArea > 0 || (drawnArea === 0 && closed.has(ring))) continue;
      closeUp(ring, drawn);
      closed.add(ring);
      isSettled = false;
    }
  }
  return drawn;
}

const MOST_ROUNDS = 8; // closing one ring may turn a neighbour of its size

function gridArc(
  { xs, ys, weights }: MercatorArc,
  { units, leastWeight }: { readonly units: number; readonly leastWeight: number },
): GridArc {
  const kept: number[] = [];
  for (let k = 0; k < xs.length; k++) {
    if ((weights[k] ?? 0) < leastWeight) continue;
    const x = Math.round((xs[k] ?? Number.NaN) * units);
    const y = Math.round((ys[k] ?? Number.NaN) * units);
    if (kept.length > 0 && kept.at(-2) === x && kept.at(-1) === y) continue;
    kept.push(x, y);
  }
  return Int32Array.from(kept);
}

/** Lets the arc with the most points of a ring run back along the others, so that the ring has no inside. */
function closeUp(ring: ArcRing, drawn: GridArc[]): void {
  const length = (index: number) => drawn[arcOfIndex(index)]?.length ?? 0;
  const longest = ring.reduce((best, index, at) => (length(index) > length(ring[best] ?? index) ? at : best), 0);
  const index = ring[longest] ?? 0;
  const others = [...ring.slice(longest + 1), ...ring.slice(0, longest)];
  // The others lead from the arc's end, as the ring runs it, to its start.
  const start = forwards(index, drawn).slice(0, 2);
  const path = others.flatMap((other, i) => forwards(other, drawn).slice(i === 0 ? 0 : 2));
  const followed = others.length === 0 ? start : path;
  drawn[arcOfIndex(index)] = Int32Array.from(index < 0 || others.length === 0 ? followed : reversed(followed));
}

/** The positions of an arc in the direction that a ring runs it. */
function forwards(index: number, arcs: readonly GridArc[]): number[] {
  const arc = [...(arcs[arcOfIndex(index)] ?? [])];
  return index < 0 ? reversed(arc) : arc;
}

function reversed(flat: readonly number[]): number[] {
  const back: number[] = [];
  for (let k = flat.length - 2; k >= 0; k -= 2) back.push(flat[k] ?? 0, flat[k + 1] ?? 0);
  return back;
}
