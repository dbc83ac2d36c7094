import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxDepthBoundM, type NearestPoints } from "../src/inscribed-circle/depth-bounds.js";

describe("how deep anything in a box can lie among places of a border", () => {
  it("is as far as its farthest corner is from a single place", () => {
    expect(maxDepthBoundM(nearestPointsAt([0, 5]), 3, 4)).toBeCloseTo(Math.hypot(3, 9), 9);
  });

  it("is hardly more than at its middle where places lie all round", () => {
    //      ·            a step of 10 in any direction comes nearer to one of them
    //   · ─┼─ ·
    //      ·
    const all = nearestPointsAt([100, 0], [-100, 0], [0, 100], [0, -100]);

    expect(maxDepthBoundM(all, 10, 10)).toBeCloseTo(Math.sqrt(100 ** 2 + 10 ** 2 + 10 ** 2), 9);
  });

  it("is never less than any of its points lies from the nearest of them", () => {
    const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
    const places = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 });
    const half = fc.double({ min: 0.01, max: 50, noNaN: true });
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(places, half, half, share, share, (positions, halfWidth, halfHeight, shareX, shareY) => {
        const most = maxDepthBoundM(nearestPointsAt(...positions), halfWidth, halfHeight);

        const [px, py] = [shareX * halfWidth, shareY * halfHeight];
        const least = Math.min(...positions.map(([x, y]) => Math.hypot(px - x, py - y)));
        expect(most).toBeGreaterThanOrEqual(least * (1 - 1e-9));
      }),
    );
  });
});

function nearestPointsAt(...positions: readonly (readonly [x: number, y: number])[]): NearestPoints {
  return { numbers: Float64Array.from(positions.flatMap(([x, y]) => [x, y, x * x + y * y])), count: positions.length };
}
