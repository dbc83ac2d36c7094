/**
 * Shares a whole number out by weights, in whole numbers that sum to it: each gets its share rounded down, and what is
 * left goes one by one to the largest remainders, of equal ones to the first.
 */
export function largestRemainder(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map((_, i) => (i === 0 ? count : 0));
  const exact = weights.map((weight) => (count * weight) / total);
  const shares = exact.map(Math.floor);
  const left = count - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
