/** What one part of the first partition and one part of the second have in common. */
export interface Cell {
  readonly footprintCode: string;
  readonly authorityCode: string;
  /** People or square metres. */
  readonly amount: number;
}

/** How well each of two partitions tells the other, 0 to 1. */
export interface VMeasure {
  /** 1 when every council lies in one footprint. */
  readonly footprintGivenAuthority: number;
  /** 1 when every footprint lies in one council. */
  readonly authorityGivenFootprint: number;
  /** Harmonic mean of the two. */
  readonly vMeasure: number;
}

/**
 * Two partitions compared by the information they share, natural logarithms (which base makes no difference).
 *
 * A partition of one part holds no information, so the other cannot fail to give it: that measure is 1. With nothing to
 * compare at all (no cells, or 0 people in them) nothing agrees: all three are 0.
 * @see Rosenberg and Hirschberg, "V-Measure: a conditional entropy-based external cluster evaluation measure" (2007);
 * homogeneity there is footprintGivenAuthority here, completeness is authorityGivenFootprint, beta is 1
 */
export function vMeasure(cells: readonly Cell[]): VMeasure {
  const ofFootprint = sums(cells, ({ footprintCode }) => footprintCode);
  const ofAuthority = sums(cells, ({ authorityCode }) => authorityCode);
  const total = cells.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return { footprintGivenAuthority: 0, authorityGivenFootprint: 0, vMeasure: 0 };

  const footprintGivenAuthority = known(
    entropy(ofFootprint, total),
    conditionalEntropy(cells, total, ({ authorityCode }) => ofAuthority.get(authorityCode) ?? 0),
  );
  const authorityGivenFootprint = known(
    entropy(ofAuthority, total),
    conditionalEntropy(cells, total, ({ footprintCode }) => ofFootprint.get(footprintCode) ?? 0),
  );
  const sum = footprintGivenAuthority + authorityGivenFootprint;
  const mean = sum === 0 ? 0 : (2 * footprintGivenAuthority * authorityGivenFootprint) / sum;
  return { footprintGivenAuthority, authorityGivenFootprint, vMeasure: mean };
}

/** The part of a partition's information that the other one gives. */
function known(entropy: number, entropyLeft: number): number {
  if (entropy === 0) return 1;
  return Math.min(1, Math.max(0, 1 - entropyLeft / entropy));
}

function sums(cells: readonly Cell[], keyOf: (cell: Cell) => string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    totals.set(key, (totals.get(key) ?? 0) + cell.amount);
  }
  return totals;
}

function entropy(parts: ReadonlyMap<string, number>, total: number): number {
  let sum = 0;
  for (const amount of parts.values()) if (amount > 0) sum -= (amount / total) * Math.log(amount / total);
  return sum;
}

/** What is still open about one partition when the part of the other, `wholeOf` a cell, is given. */
function conditionalEntropy(cells: readonly Cell[], total: number, wholeOf: (cell: Cell) => number): number {
  let sum = 0;
  for (const cell of cells) if (cell.amount > 0) sum -= (cell.amount / total) * Math.log(cell.amount / wholeOf(cell));
  return sum;
}
