const BITS_PER_AXIS = 13;
const CELLS_PER_AXIS = 1 << BITS_PER_AXIS;

// Fewer are sorted sooner by comparing them than by counting.
const MIN_RADIX_SORT_POINTS = 1024;

/**
 * The indices of points in the order in which a Hilbert curve visits them, so that each is near the one before. Points
 * in one cell of the curve (1 / 8192 of the longer side) keep their order.
 *
 * @param xy x, y of each point in turn, finite.
 */
export function hilbertOrder(xy: Float64Array): Int32Array {
  const count = xy.length / 2;
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i];
    const y = xy[i + 1];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const scale = (CELLS_PER_AXIS - 1) / (Math.max(east - west, north - south) || 1);

  const hilbertIndices = new Int32Array(count);
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    hilbertIndices[i] = hilbertIndex((xy[2 * i] - west) * scale, (xy[2 * i + 1] - south) * scale);
    order[i] = i;
  }
  if (count < MIN_RADIX_SORT_POINTS) return order.sort((i, j) => hilbertIndices[i] - hilbertIndices[j] || i - j);
  // A place has twice as many bits as a counting sort takes at once: first by the lower half, then by the upper.
  return sortByDigit(sortByDigit(order, hilbertIndices, 0), hilbertIndices, BITS_PER_AXIS);
}

// The textbook walk down the curve's quadrants: which one, then turned so that it looks like the first.
function hilbertIndex(column: number, row: number): number {
  let x = column | 0;
  let y = row | 0;
  let index = 0;
  for (let half = CELLS_PER_AXIS >> 1; half > 0; half >>= 1) {
    const right = (x & half) === 0 ? 0 : 1;
    const upper = (y & half) === 0 ? 0 : 1;
    index = (index << 2) | ((3 * right) ^ upper);
    if (upper === 0) {
      const rotated = right === 1 ? CELLS_PER_AXIS - 1 - x : x;
      x = right === 1 ? CELLS_PER_AXIS - 1 - y : y;
      y = rotated;
    }
  }
  return index;
}

// Counting sort by 13 bits of each place; what has the same ones stays in its order.
function sortByDigit(order: Int32Array, hilbertIndices: Int32Array, shift: number): Int32Array {
  const next = new Int32Array(CELLS_PER_AXIS + 1);
  const digitOf = (i: number): number => (hilbertIndices[i] >> shift) & (CELLS_PER_AXIS - 1);
  for (let i = 0; i < hilbertIndices.length; i++) next[digitOf(i) + 1] = next[digitOf(i) + 1] + 1;
  for (let digit = 0; digit < CELLS_PER_AXIS; digit++) {
    next[digit + 1] = next[digit] + next[digit + 1];
  }
  const sorted = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    const slot = next[digitOf(i)];
    next[digitOf(i)] = slot + 1;
    sorted[slot] = i;
  }
  return sorted;
}
