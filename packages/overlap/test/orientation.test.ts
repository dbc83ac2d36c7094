import fc from "fast-check";
import { expect, it } from "vitest";
import { orientation, perturbedSide } from "../src/predicates/orientation.js";

it("a point to the left of a line is positive, to the right negative, on it exactly 0", () => {
  expect(orientation(0, 0, 1, 0, 0, 1)).toBeGreaterThan(0);
  expect(orientation(0, 0, 1, 0, 0, -1)).toBeLessThan(0);
  expect(orientation(0.1, 0.1, 0.3, 0.3, 0.2, 0.2)).toBe(0);
});

it("points a last digit off a line are seen to be off it", () => {
  const up = 0.5 + Number.EPSILON / 2;

  expect(orientation(12, 12, 24, 24, 0.5, up)).toBeGreaterThan(0);
  expect(orientation(12, 12, 24, 24, up, 0.5)).toBeLessThan(0);
});

it("turning a triangle's corners round keeps its sign, exchanging two reverses it", () => {
  const number = fc.integer({ min: -3, max: 3 }).map((n) => 0.1 * n);
  fc.assert(
    fc.property(number, number, number, number, number, number, (ax, ay, bx, by, cx, cy) => {
      const sign = Math.sign(orientation(ax, ay, bx, by, cx, cy));
      expect(Math.sign(orientation(bx, by, cx, cy, ax, ay)) === sign).toBe(true);
      expect(Math.sign(orientation(bx, by, ax, ay, cx, cy)) === -sign).toBe(true);
    }),
  );
});

it("no edge runs along the shift, and an edge turned round sees it on the other side", () => {
  const number = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(number, number, number, number, (ax, ay, bx, by) => {
      fc.pre(ax !== bx || ay !== by);
      expect(perturbedSide(ax, ay, bx, by)).toBe(-perturbedSide(bx, by, ax, ay));
    }),
  );
});
