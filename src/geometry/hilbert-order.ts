import { floatAt } from "./element.js";

const BITS_PER_AXIS = 13;
const CELLS_PER_AXIS = 1 << BITS_PER_AXIS;
const MOST_POINTS = 2 ** (53 - 2 * BITS_PER_AXIS);

/**
 * The indices of points in the order in which a Hilbert curve visits them, so that each is near the one before.
 *
 * @param xy x, y of each point in turn, finite.
 * @throws {RangeError} for more than 134 million points.
 */
export function hilbertOrder(xy: Float64Array): Int32Array {
  const count = xy.length / 2;
  if (count > MOST_POINTS) throw new RangeError(`${count} points, at most ${MOST_POINTS} can be ordered`);
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < xy.length; i += 2) {
    const x = floatAt(xy, i);
    const y = floatAt(xy, i + 1);
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const scale = (CELLS_PER_AXIS - 1) / (Math.max(east - west, north - south) || 1);

  // Place on the curve and index in one double: the numbers sort as they are, without a comparison function.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const place = hilbertPlace((floatAt(xy, 2 * i) - west) * scale, (floatAt(xy, 2 * i + 1) - south) * scale);
    keys[i] = place * MOST_POINTS + i;
  }
  keys.sort();
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const key = floatAt(keys, i);
    order[i] = key - Math.floor(key / MOST_POINTS) * MOST_POINTS;
  }
  return order;
}

// The textbook walk down the curve's quadrants: which one, then turned so that it looks like the first.
function hilbertPlace(column: number, row: number): number {
  let x = column | 0;
  let y = row | 0;
  let place = 0;
  for (let half = CELLS_PER_AXIS >> 1; half > 0; half >>= 1) {
    const right = (x & half) === 0 ? 0 : 1;
    const upper = (y & half) === 0 ? 0 : 1;
    place = (place << 2) | ((3 * right) ^ upper);
    if (upper === 0) {
      const turned = right === 1 ? CELLS_PER_AXIS - 1 - x : x;
      x = right === 1 ? CELLS_PER_AXIS - 1 - y : y;
      y = turned;
    }
  }
  return place;
}
