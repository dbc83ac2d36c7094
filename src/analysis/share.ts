/** What two measurements of one area may differ by, as a share of it: rounding, and far less than any border is known to. */
const ROUNDING = 1e-12;

/**
 * Part of a whole, 0 to 1, not rounded; null for 0 of 0.
 *
 * Part and whole are measured apart, so a part that is the whole may come out above or below it in the last digits; that is 1.
 */
export function share(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  if (part >= whole * (1 - ROUNDING)) return 1;
  return Math.max(0, part / whole);
}
