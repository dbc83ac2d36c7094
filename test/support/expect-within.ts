import { expect } from "vitest";

/** How far a figure may be from what it should be: a share of it in percent, or so much either way. */
type Tolerance = { readonly percent: number } | { readonly by: number };

/** Expects a figure to be as near to what it should be as the tolerance says. */
export function expectWithin(actual: number, expected: number, tolerance: Tolerance): void {
  const allowed = "by" in tolerance ? tolerance.by : (Math.abs(expected) * tolerance.percent) / 100;
  const difference = Math.abs(actual - expected);
  expect(difference <= allowed, `${actual} differs from ${expected} by ${difference}, more than ${allowed}`).toBe(true);
}
