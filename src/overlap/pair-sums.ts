import { floatAt } from "../geometry/element.js";

/** Square metres by pair of areas, added up as they come. */
export interface PairSums {
  add(a: number, b: number, areaM2: number): void;
  /** Every pair that anything was added to, in no order. */
  forEach(visit: (a: number, b: number, areaM2: number) => void): void;
}

const FREE = -1;

/**
 * An open-addressing table from pairs of indices to compensated sums.
 *
 * @param bCount how many areas the second layer has.
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974)
 */
export function pairSums(bCount: number): PairSums {
  let slotCount = 1 << 12;
  let keys = new Float64Array(slotCount).fill(FREE);
  let sums = new Float64Array(slotCount);
  let lost = new Float64Array(slotCount);
  let used = 0;

  function slotOf(a: number, b: number): number {
    const key = a * bCount + b;
    const mask = slotCount - 1;
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (floatAt(keys, slot) !== key && floatAt(keys, slot) !== FREE) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const before = { keys, sums, lost };
    slotCount *= 2;
    keys = new Float64Array(slotCount).fill(FREE);
    sums = new Float64Array(slotCount);
    lost = new Float64Array(slotCount);
    for (let i = 0; i < before.keys.length; i++) {
      const key = floatAt(before.keys, i);
      if (key === FREE) continue;
      const slot = slotOf(Math.floor(key / bCount), key % bCount);
      keys[slot] = key;
      sums[slot] = floatAt(before.sums, i);
      lost[slot] = floatAt(before.lost, i);
    }
  }

  return {
    add(a, b, areaM2) {
      const key = a * bCount + b;
      let slot = slotOf(a, b);
      if (floatAt(keys, slot) === FREE) {
        if (2 * ++used > slotCount) {
          grow();
          slot = slotOf(a, b);
        }
        keys[slot] = key;
      }
      const before = floatAt(sums, slot);
      const sum = before + areaM2;
      const error = Math.abs(before) >= Math.abs(areaM2) ? before - sum + areaM2 : areaM2 - sum + before;
      lost[slot] = floatAt(lost, slot) + error;
      sums[slot] = sum;
    },
    forEach(visit) {
      for (let slot = 0; slot < slotCount; slot++) {
        const key = floatAt(keys, slot);
        if (key !== FREE) visit(Math.floor(key / bCount), key % bCount, floatAt(sums, slot) + floatAt(lost, slot));
      }
    },
  };
}
