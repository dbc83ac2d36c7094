/** What one part of the first partition and one part of the second have in common. */
export interface Intersection {
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
export function vMeasure(intersections: readonly Intersection[]): VMeasure {
  const ofFootprint = sums(intersections, ({ footprintCode }) => footprintCode);
  const ofAuthority = sums(intersections, ({ authorityCode }) => authorityCode);
  const total = intersections.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return { footprintGivenAuthority: 0, authorityGivenFootprint: 0, vMeasure: 0 };

  const footprintGivenAuthority = explainedShare(
    entropy(ofFootprint, total),
    conditionalEntropy(intersections, total, ({ authorityCode }) => ofAuthority.get(authorityCode) ?? 0),
  );
  const authorityGivenFootprint = explainedShare(
    entropy(ofAuthority, total),
    conditionalEntropy(intersections, total, ({ footprintCode }) => ofFootprint.get(footprintCode) ?? 0),
  );
  const sum = footprintGivenAuthority + authorityGivenFootprint;
  const mean = sum === 0 ? 0 : (2 * footprintGivenAuthority * authorityGivenFootprint) / sum;
  return { footprintGivenAuthority, authorityGivenFootprint, vMeasure: mean };
}

/** The part of a partition's information that the other one gives. */
function explainedShare(entropy: number, entropyLeft: number): number {
  if (entropy === 0) return 1;
  return Math.min(1, Math.max(0, 1 - entropyLeft / entropy));
}

function sums(
  intersections: readonly Intersection[],
  keyOf: (intersection: Intersection) => string,
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const intersection of intersections) {
    const key = keyOf(intersection);
    totals.set(key, (totals.get(key) ?? 0) + intersection.amount);
  }
  return totals;
}

function entropy(parts: ReadonlyMap<string, number>, total: number): number {
  let sum = 0;
  for (const amount of parts.values()) if (amount > 0) sum -= (amount / total) * Math.log(amount / total);
  return sum;
}

/** What is still open about one partition when the part of the other, `wholeOf` a cell, is given. */
function conditionalEntropy(
  intersections: readonly Intersection[],
  total: number,
  wholeOf: (intersection: Intersection) => number,
): number {
  let sum = 0;
  for (const intersection of intersections)
    if (intersection.amount > 0)
      sum -= (intersection.amount / total) * Math.log(intersection.amount / wholeOf(intersection));
  return sum;
}
