/**
 * Part of a whole, 0 to 1, not rounded; null for 0 of 0.
 *
 * Part and whole are measured apart, so a part may come out above its whole by the last binary digits; that is 1.
 */
export function share(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  return Math.min(1, Math.max(0, part / whole));
}
