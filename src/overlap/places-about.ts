import { floatAt } from "../geometry/element.js";
import type { Outline } from "./outline.js";

/** Places of borders about the middle of a box: of each x, y from it, metres, and squared distance. */
export interface PlacesAbout {
  readonly numbers: Float64Array;
  count: number;
}

const PLACE_SIZE = 3;

// Each step takes one place more into the mean; three say all where borders are straight.
const STEPS = 3;

// A step that brings less than this share is the last.
const LEAST_GAIN = 1e-3;

/** Room for a place of every group of some outlines. */
export function roomForPlaces(outlines: readonly Outline[]): PlacesAbout {
  const most = outlines.reduce((sum, { all }) => sum + all.length, 0);
  return { numbers: new Float64Array(PLACE_SIZE * most), count: 0 };
}

/** Adds the nearest place of each of some groups, all of which were measured. */
export function addPlaces(places: PlacesAbout, { feet, groupSquares }: Outline, groups: readonly number[]): void {
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    const at = PLACE_SIZE * places.count++;
    places.numbers[at] = floatAt(feet, 2 * group);
    places.numbers[at + 1] = floatAt(feet, 2 * group + 1);
    places.numbers[at + 2] = floatAt(groupSquares, group);
  }
}

/**
 * How deep anything in a box lies at most, metres; sides are given by half, metres, and there is a place at least.
 *
 * A point p of the box is no deeper than its distance from any place q of the border. With both taken from the middle,
 *
 *     |p − q|² = |q|² + |p|² − 2 p·q
 *
 * and the least of several of these is no more than any mean of them. Where the border lies all round, as it does where
 * a circle fits best, places can be weighed so that the mean of q is nearly 0. Then the bound is the root of d² + r² and
 * not d + r, and boxes need to be no smaller than a tenth of the circle to be told apart by a two-hundredth.
 *
 * @see M. Frank, P. Wolfe, "An algorithm for quadratic programming" (1956), for finding the weights step by step
 */
export function mostDepthM({ numbers, count }: PlacesAbout, halfWidth: number, halfHeight: number): number {
  const radiusSquare = halfWidth * halfWidth + halfHeight * halfHeight;
  const reach = 2 * Math.sqrt(radiusSquare);
  let nearest = 0;
  for (let at = PLACE_SIZE; at < PLACE_SIZE * count; at += PLACE_SIZE) {
    if (floatAt(numbers, at + 2) < floatAt(numbers, nearest + 2)) nearest = at;
  }
  let x = floatAt(numbers, nearest);
  let y = floatAt(numbers, nearest + 1);
  let square = floatAt(numbers, nearest + 2);
  for (let step = 0; step < STEPS; step++) {
    const length = Math.sqrt(x * x + y * y);
    if (length === 0) break;
    // Of all places the one that is nearest to the point farthest from the mean.
    const towardX = (reach * x) / length;
    const towardY = (reach * y) / length;
    const now = square + reach * length;
    let least = now * (1 - LEAST_GAIN);
    let best = -1;
    for (let at = 0; at < PLACE_SIZE * count; at += PLACE_SIZE) {
      const value = floatAt(numbers, at + 2) + towardX * floatAt(numbers, at) + towardY * floatAt(numbers, at + 1);
      if (value >= least) continue;
      least = value;
      best = at;
    }
    if (best === -1) break;
    const dx = floatAt(numbers, best) - x;
    const dy = floatAt(numbers, best + 1) - y;
    const dSquare = floatAt(numbers, best + 2) - square;
    const share = bestShare(x, y, dx, dy, -dSquare / reach);
    x += share * dx;
    y += share * dy;
    square += share * dSquare;
  }
  return Math.sqrt(square + 2 * (halfWidth * Math.abs(x) + halfHeight * Math.abs(y)) + radiusSquare);
}

// The share of the way (dx, dy) after which the length of (x, y) less so much times the share is least, 0 to 1.
function bestShare(x: number, y: number, dx: number, dy: number, gain: number): number {
  const wholeSquare = dx * dx + dy * dy;
  if (gain * gain >= wholeSquare) return 1;
  const along = x * dx + y * dy;
  const apart = Math.abs(x * dy - y * dx);
  const share = ((gain * apart) / Math.sqrt(wholeSquare - gain * gain) - along) / wholeSquare;
  return Math.min(1, Math.max(0, share));
}
