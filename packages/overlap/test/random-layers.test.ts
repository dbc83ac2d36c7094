import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PreparedLayer } from "../src/layer/prepared-layer.js";
import { locatePoints } from "../src/location/locate-points.js";
import { type OverlapArea, overlayAreas } from "../src/overlay/overlay-areas.js";
import { unproject } from "../src/projection/cylindrical-equal-area.js";
import { areaFromRings, DRAWING_PROJECTION, type DrawnRing, layerFromAreas } from "./draw-areas.js";
import { RANDOM_CASES } from "./random-cases.js";

const AREA_COUNT = 4;
const CELL_M = 1000;
const SIZE = 4;

// Each cell of a grid is cut into four triangles, and each triangle given to one of a few areas (or to none):
// every border is shared, corners have up to eight edges, holes, islands and corner-to-corner contacts abound.
//
//      ┌───────┐
//      │ ＼ ／ │
//      │ ／ ＼ │
//      └───────┘
const assignment = fc.array(fc.integer({ min: -1, max: AREA_COUNT - 1 }), {
  minLength: SIZE * SIZE * 4,
  maxLength: SIZE * SIZE * 4,
});

function triangle(index: number, shiftM: number): DrawnRing {
  const west = (Math.floor(index / 4) % SIZE) * CELL_M + shiftM;
  const south = Math.floor(index / 4 / SIZE) * CELL_M + shiftM;
  const corners = [
    [west, south],
    [west + CELL_M, south],
    [west + CELL_M, south + CELL_M],
    [west, south + CELL_M],
  ] as const;
  const from = index % 4;
  const [p = [0, 0], q = [0, 0]] = [corners[from], corners[(from + 1) % 4]];
  return [p, q, [west + CELL_M / 2, south + CELL_M / 2]];
}

function layerOf(owners: readonly number[], shiftM = 0): PreparedLayer {
  const areas = Array.from({ length: AREA_COUNT }, (_, area) =>
    areaFromRings(`area ${area}`, ...owners.flatMap((owner, i) => (owner === area ? [[triangle(i, shiftM)]] : []))),
  );
  return layerFromAreas(...areas);
}

function areaOf(pairs: readonly OverlapArea[], a: number, b: number): number {
  return pairs.find((pair) => pair.a === a && pair.b === b)?.areaM2 ?? 0;
}

const TRIANGLE_M2 = CELL_M ** 2 / 4;
const ROUNDING_M2 = 1e-9 * TRIANGLE_M2;

describe("of two random layers on one grid", () => {
  it("every two areas share just the triangles that both have", () => {
    fc.assert(
      fc.property(assignment, assignment, (ownersA, ownersB) => {
        const pairs = overlayAreas(layerOf(ownersA), layerOf(ownersB));
        for (let a = 0; a < AREA_COUNT; a++) {
          for (let b = 0; b < AREA_COUNT; b++) {
            const count = ownersA.filter((owner, i) => owner === a && ownersB[i] === b).length;
            expect(Math.abs(areaOf(pairs, a, b) - count * TRIANGLE_M2)).toBeLessThan(ROUNDING_M2);
            if (count === 0) expect(areaOf(pairs, a, b)).toBe(0);
          }
        }
      }),
      { numRuns: RANDOM_CASES, seed: 1 },
    );
  });

  it("each triangle's middle lies in the area it was given to", () => {
    fc.assert(
      fc.property(assignment, (owners) => {
        const middles = owners.flatMap((_, i) => {
          const ring = triangle(i, 0);
          const mean = (axis: 0 | 1): number => ring.reduce((sum, place) => sum + place[axis], 0) / 3;
          return [...unproject(DRAWING_PROJECTION, [mean(0), mean(1)])];
        });
        expect([...locatePoints(layerOf(owners), Float64Array.from(middles))]).toEqual(owners);
      }),
      { numRuns: RANDOM_CASES, seed: 2 },
    );
  });
});

describe("of two random layers that cross", () => {
  it("shared areas are symmetric, at most the smaller side, and add up to it where the other layer covers all", () => {
    const shift = fc.integer({ min: -SIZE, max: SIZE }).map((step) => (step * CELL_M) / 4);
    const covering = fc.array(fc.integer({ min: 0, max: AREA_COUNT - 1 }), {
      minLength: SIZE * SIZE * 4,
      maxLength: SIZE * SIZE * 4,
    });
    fc.assert(
      fc.property(assignment, covering, shift, (ownersA, ownersB, shiftM) => {
        const a = layerOf(ownersA);
        const b = layerOf(ownersB, shiftM);
        const pairs = overlayAreas(a, b);
        const back = overlayAreas(b, a);
        expect(back).toHaveLength(pairs.length);
        let sharedM2 = 0;
        for (const pair of pairs) {
          expect(Math.abs(areaOf(back, pair.b, pair.a) - pair.areaM2)).toBeLessThan(ROUNDING_M2);
          const smallerM2 = Math.min(a.areaM2[pair.a] ?? 0, b.areaM2[pair.b] ?? 0);
          expect(pair.areaM2).toBeLessThan(smallerM2 + ROUNDING_M2);
          sharedM2 += pair.areaM2;
        }
        expect(Math.abs(sharedM2 - coveredM2(ownersA, shiftM))).toBeLessThan(16 * ROUNDING_M2);
      }),
      { numRuns: RANDOM_CASES, seed: 3 },
    );
  });
});

// What the shifted square covers of the triangles that have an owner, counted in triangles of an eighth of a cell:
// every triangle and every shift by a quarter cell is a whole number of half quarter-cells.
function coveredM2(owners: readonly number[], shiftM: number): number {
  const quarter = CELL_M / 4;
  let halves = 0;
  for (let row = 0; row < SIZE * 4; row++) {
    for (let column = 0; column < SIZE * 4; column++) {
      const isCovered = [row, column].every(
        (n) => n * quarter >= shiftM && (n + 1) * quarter <= shiftM + SIZE * CELL_M,
      );
      if (!isCovered) continue;
      for (const [dx, dy] of halvesOf(row % 4, column % 4)) {
        const owner = owners[triangleAt(column * quarter + dx * quarter, row * quarter + dy * quarter)] ?? -1;
        if (owner !== -1) halves++;
      }
    }
  }
  return (halves * quarter * quarter) / 2;
}

// A point in each half of a quarter cell, cut along the diagonal that may pass through it.
function halvesOf(row: number, column: number): readonly (readonly [number, number])[] {
  return row + column === 3
    ? [
        [0.3, 0.3],
        [0.7, 0.7],
      ]
    : [
        [0.7, 0.3],
        [0.3, 0.7],
      ];
}

function triangleAt(xM: number, yM: number): number {
  const [column, row] = [Math.floor(xM / CELL_M), Math.floor(yM / CELL_M)];
  const [x, y] = [xM / CELL_M - column - 0.5, yM / CELL_M - row - 0.5];
  const side = Math.abs(y) > Math.abs(x) ? (y < 0 ? 0 : 2) : x > 0 ? 1 : 3;
  return (row * SIZE + column) * 4 + side;
}
