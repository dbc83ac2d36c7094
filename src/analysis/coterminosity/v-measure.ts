/** The intersection of a part of the first partition and a part of the second. */
interface Intersection {
  readonly footprintCode: string;
  readonly authorityCode: string;
  /** People or square metres. */
  readonly amount: number;
}

/** How well each of two partitions predicts the other, 0 to 1. */
export interface VMeasure {
  /** 1 when every council lies in one footprint. */
  readonly footprintGivenAuthority: number;
  /** 1 when every footprint lies in one council. */
  readonly authorityGivenFootprint: number;
  /** Harmonic mean of the two. */
  readonly vMeasure: number;
}

/**
 * The V-measure of two partitions: the information they share. The base of the logarithm makes no difference.
 *
 * A partition of one part holds no information, so the other predicts it: that measure is 1. Without intersections, or
 * with 0 people in them, all three are 0.
 * @see Rosenberg and Hirschberg, "V-Measure: a conditional entropy-based external cluster evaluation measure" (2007);
 * homogeneity there is footprintGivenAuthority here, completeness is authorityGivenFootprint, beta is 1
 */
export function vMeasure(intersections: readonly Intersection[]): VMeasure {
  const ofFootprint = sums(intersections, ({ footprintCode }) => footprintCode);
  const ofAuthority = sums(intersections, ({ authorityCode }) => authorityCode);
  const total = intersections.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return { footprintGivenAuthority: 0, authorityGivenFootprint: 0, vMeasure: 0 };

  const footprintGivenAuthority = entropyReduction(
    entropy(ofFootprint, total),
    conditionalEntropy(intersections, total, ({ authorityCode }) => ofAuthority.get(authorityCode) ?? 0),
  );
  const authorityGivenFootprint = entropyReduction(
    entropy(ofAuthority, total),
    conditionalEntropy(intersections, total, ({ footprintCode }) => ofFootprint.get(footprintCode) ?? 0),
  );
  const sum = footprintGivenAuthority + authorityGivenFootprint;
  const mean = sum === 0 ? 0 : (2 * footprintGivenAuthority * authorityGivenFootprint) / sum;
  return { footprintGivenAuthority, authorityGivenFootprint, vMeasure: mean };
}

/** The share of a partition's entropy that the other partition removes. */
function entropyReduction(entropy: number, entropyLeft: number): number {
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

/** The entropy of one partition given the other, whose part around an intersection has the amount `wholeOf`. */
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
