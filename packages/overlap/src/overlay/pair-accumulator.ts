/** Square metres by pair of areas, added up as they come. */
export interface PairAccumulator {
  add(a: number, b: number, areaM2: number): void;
  /** Every pair that anything was added to, in an order that depends on what was added alone. */
  totals(): PairTotals;
}

/** Sums by pair in flat arrays; a sum is exact but for the last digits, which lie in `compensationM2`. */
export interface PairTotals {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly sumM2: Float64Array;
  readonly compensationM2: Float64Array;
}

const FREE = -1;

/**
 * An open-addressing table from pairs of indices to compensated sums.
 *
 * @param bCount how many areas the second layer has.
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974)
 */
export function pairAccumulator(bCount: number): PairAccumulator {
  let slotCount = 1 << 8;
  let keys = new Float64Array(slotCount).fill(FREE);
  let sums = new Float64Array(slotCount);
  let compensations = new Float64Array(slotCount);
  let pairCount = 0;

  function slotOf(a: number, b: number): number {
    const key = a * bCount + b;
    const mask = slotCount - 1;
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot] !== key && keys[slot] !== FREE) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const before = { keys, sums, lost: compensations };
    slotCount *= 2;
    keys = new Float64Array(slotCount).fill(FREE);
    sums = new Float64Array(slotCount);
    compensations = new Float64Array(slotCount);
    for (let i = 0; i < before.keys.length; i++) {
      const key = before.keys[i];
      if (key === FREE) continue;
      const slot = slotOf(Math.floor(key / bCount), key % bCount);
      keys[slot] = key;
      sums[slot] = before.sums[i];
      compensations[slot] = before.lost[i];
    }
  }

  return {
    add(a, b, areaM2) {
      const key = a * bCount + b;
      let slot = slotOf(a, b);
      if (keys[slot] === FREE) {
        if (2 * ++pairCount > slotCount) {
          grow();
          slot = slotOf(a, b);
        }
        keys[slot] = key;
      }
      const before = sums[slot];
      const sum = before + areaM2;
      const error = Math.abs(before) >= Math.abs(areaM2) ? before - sum + areaM2 : areaM2 - sum + before;
      compensations[slot] = compensations[slot] + error;
      sums[slot] = sum;
    },
    totals() {
      const list: PairTotals = {
        a: new Int32Array(pairCount),
        b: new Int32Array(pairCount),
        sumM2: new Float64Array(pairCount),
        compensationM2: new Float64Array(pairCount),
      };
      let at = 0;
      for (let slot = 0; slot < slotCount; slot++) {
        const key = keys[slot];
        if (key === FREE) continue;
        list.a[at] = Math.floor(key / bCount);
        list.b[at] = key % bCount;
        list.sumM2[at] = sums[slot];
        list.compensationM2[at] = compensations[slot];
        at++;
      }
      return list;
    },
  };
}
