/** Sums by pair in flat arrays; a sum is exact but for its last digits, which `compensationM2` holds. */
export interface PairTotals {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly sumM2: Float64Array;
  readonly compensationM2: Float64Array;
}

const FREE = -1;

/**
 * Adds up square metres by pair of areas: an open-addressing table from pairs of indices to compensated sums.
 *
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974)
 */
export class PairAccumulator {
  private slotCount = 1 << 8;
  private keys = new Float64Array(this.slotCount).fill(FREE);
  private sums = new Float64Array(this.slotCount);
  private compensations = new Float64Array(this.slotCount);
  private pairCount = 0;

  /** @param bCount number of areas of the second layer, at least 1 */
  constructor(private readonly bCount: number) {}

  add(a: number, b: number, areaM2: number): void {
    let slot = this.slotOf(a, b);
    if (this.keys[slot] === FREE) {
      if (2 * ++this.pairCount > this.slotCount) {
        this.grow();
        slot = this.slotOf(a, b);
      }
      this.keys[slot] = a * this.bCount + b;
    }
    const before = this.sums[slot];
    const sum = before + areaM2;
    const error = Math.abs(before) >= Math.abs(areaM2) ? before - sum + areaM2 : areaM2 - sum + before;
    this.compensations[slot] += error;
    this.sums[slot] = sum;
  }

  /** Every pair that was added to, in an order that depends only on what was added. */
  totals(): PairTotals {
    const { pairCount, keys, bCount } = this;
    const totals: PairTotals = {
      a: new Int32Array(pairCount),
      b: new Int32Array(pairCount),
      sumM2: new Float64Array(pairCount),
      compensationM2: new Float64Array(pairCount),
    };
    let at = 0;
    for (let slot = 0; slot < keys.length; slot++) {
      if (keys[slot] === FREE) continue;
      totals.a[at] = Math.floor(keys[slot] / bCount);
      totals.b[at] = keys[slot] % bCount;
      totals.sumM2[at] = this.sums[slot];
      totals.compensationM2[at] = this.compensations[slot];
      at++;
    }
    return totals;
  }

  // The slot of a pair, or the free slot where it belongs.
  private slotOf(a: number, b: number): number {
    const { keys } = this;
    const key = a * this.bCount + b;
    const mask = this.slotCount - 1;
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot] !== key && keys[slot] !== FREE) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, sums, compensations } = this;
    this.slotCount *= 2;
    this.keys = new Float64Array(this.slotCount).fill(FREE);
    this.sums = new Float64Array(this.slotCount);
    this.compensations = new Float64Array(this.slotCount);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === FREE) continue;
      const slot = this.slotOf(Math.floor(keys[i] / this.bCount), keys[i] % this.bCount);
      this.keys[slot] = keys[i];
      this.sums[slot] = sums[i];
      this.compensations[slot] = compensations[i];
    }
  }
}
