import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../bench/harness.js";
import {
  disagreementThicknessM,
  isOverlapThicker,
  outsideThicknessM,
  overlapThicknessM,
  uncoveredThicknessM,
} from "../src/inscribed-circle/thickness.js";
import { areaFromRings, boxRing, layerFromAreas } from "./draw-areas.js";

// At most the truth, and less by no more than a metre or half a percent.
function expectThickness(actualM: number, trueM: number): void {
  expect(actualM).toBeLessThanOrEqual(trueM * 1.0001);
  expect(actualM).toBeGreaterThan(trueM - Math.max(1, 0.005 * trueM));
}

const EVERYTHING = layerFromAreas(areaFromRings("all", [boxRing(-9e4, -9e4, 9e4, 9e4)]));

describe("the largest circle in an overlap", () => {
  it("is as wide as a rectangle's shorter side", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 5000, 1000)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(600, -500, 9000, 400)]));

    expectThickness(overlapThicknessM(a, 0, b, 0), 400);
  });

  it("in a triangle of 3000, 4000 and 5000 m is 2000 m wide", () => {
    const triangle = layerFromAreas(
      areaFromRings("a", [
        [
          [0, 0],
          [4000, 0],
          [0, 3000],
        ],
      ]),
    );

    expectThickness(overlapThicknessM(triangle, 0, EVERYTHING, 0), 2000);
  });

  it("in a square with a square hole lies in a corner", () => {
    //   ┌──────────┐
    //   │   ┌──┐   │    touches two sides and the hole's corner: √2 (300 − r) = r
    //   │   └──┘   │
    //   │◯         │
    //   └──────────┘
    const ring = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000), boxRing(300, 300, 700, 700)]));

    expectThickness(overlapThicknessM(ring, 0, EVERYTHING, 0), (600 * Math.SQRT2) / (1 + Math.SQRT2));
  });

  it("in several parts is that of the thickest", () => {
    const a = layerFromAreas(
      areaFromRings("a", [boxRing(0, 0, 1000, 100)], [boxRing(0, 5000, 300, 5300)], [boxRing(0, 9000, 9000, 9040)]),
    );

    expectThickness(overlapThicknessM(a, 0, EVERYTHING, 0), 300);
  });

  it("in a sliver 3 m thick and 50 km long is found to be 3 m", { timeout: 10_000 }, () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, -10_000, 50_000, 1)]));
    const b = layerFromAreas(
      areaFromRings("b", [
        [
          [0, -2],
          [50_000, -2],
          [50_000, 20_000],
          [0, 20_000],
        ],
      ]),
    );

    expectThickness(overlapThicknessM(a, 0, b, 0), 3);
  });

  it("does not depend on which layer comes first", () => {
    const a = layerFromAreas(
      areaFromRings("a", [
        [
          [0, 0],
          [7000, 1000],
          [5000, 6000],
          [1000, 4000],
        ],
      ]),
    );
    const b = layerFromAreas(
      areaFromRings("b", [
        [
          [2000, -1000],
          [9000, 3000],
          [3000, 5000],
        ],
      ]),
    );

    const one = overlapThicknessM(a, 0, b, 0);

    expect(Math.abs(one - overlapThicknessM(b, 0, a, 0))).toBeLessThan(0.005 * one);
  });
});

describe("whether an overlap is thicker than so much", () => {
  it("is what measuring it says, but for the precision of the measure", () => {
    const a = layerFromAreas(
      areaFromRings("corner", [
        [
          [0, 0],
          [4000, 0],
          [0, 3000],
        ],
      ]), // 2000 m wide
      areaFromRings("strip", [boxRing(-50_000, -400, 50_000, 0)]),
      areaFromRings("ring", [boxRing(5000, 5000, 6000, 6000), boxRing(5300, 5300, 5700, 5700)]), // 351.5 m wide
    );
    for (const [i, trueM] of [2000, 400, (600 * Math.SQRT2) / (1 + Math.SQRT2)].entries()) {
      const precisionM = Math.max(1, 0.005 * trueM);

      const answers = [0, 1, trueM / 2, trueM - precisionM - 0.1, trueM + 0.1, 2 * trueM, 1e6].map((thanM) =>
        isOverlapThicker(a, i, EVERYTHING, 0, thanM),
      );

      expect(answers).toEqual([true, true, true, true, false, false, false]);
    }
  });

  it("of areas that share nothing is no, whatever is asked", () => {
    const a = layerFromAreas(
      areaFromRings("a", [boxRing(0, 0, 1000, 1000)]),
      areaFromRings("b", [boxRing(2000, 0, 3000, 1000)]),
    );

    expect([0, 10].map((thanM) => isOverlapThicker(a, 0, a, 1, thanM))).toEqual([false, false]);
  });
});

describe("the largest circle outside", () => {
  it("is that of what is left over", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 700, 5000)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(0, 0, 1000, 5000)]));

    expectThickness(outsideThicknessM(a, 0, b, 0), 300);
    expect(outsideThicknessM(b, 0, a, 0)).toBeLessThan(1);
  });

  it("may lie in the hole of the other", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 9000, 9000), boxRing(4000, 4000, 4500, 8000)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(100, 100, 8900, 8900)]));

    expectThickness(outsideThicknessM(a, 0, b, 0), 500);
  });
});

describe("the thickest disagreement of an area with some others", () => {
  const halves = layerFromAreas(
    areaFromRings("west", [boxRing(0, 0, 500, 1000)]),
    areaFromRings("east", [boxRing(500, 0, 1000, 1000)]),
    areaFromRings("beyond", [boxRing(1000, 0, 1250, 1000)]),
  );
  const whole = layerFromAreas(areaFromRings("whole", [boxRing(0, 0, 1000, 1000)]));

  it("is 0 when together they are the area: the border between them does not count", () => {
    expect(disagreementThicknessM(whole, 0, halves, [0, 1])).toBe(0);
  });

  it("is that of what is missing or too much", () => {
    expectThickness(disagreementThicknessM(whole, 0, halves, [0]), 500);
    expectThickness(disagreementThicknessM(whole, 0, halves, [0, 1, 2]), 250);
  });

  it("with nobody is the area's own", () => {
    expectThickness(disagreementThicknessM(whole, 0, halves, []), 1000);
  });
});

describe("borders that two layers draw alike but for their last decimal", () => {
  // A coast of 1,500 km in 20,000 edges; the other layer has it to half a metre, and a pond of 300 m left out.
  const random = seededRandom(11);
  const coast = Array.from({ length: 20_000 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 20_000;
    const radiusM = 60_000 + 90 * random();
    return [radiusM * Math.cos(angle), radiusM * Math.sin(angle)];
  });
  const nearly = coast.map(([x, y]): [number, number] => [x + random() / 2 - 0.25, y + random() / 2 - 0.25]);
  const land = layerFromAreas(areaFromRings("land", [coast]));
  const others = layerFromAreas(areaFromRings("others", [nearly, boxRing(9_000, 200, 9_300, 700)]));

  it("leave nothing to be found along them", () => {
    expectThickness(uncoveredThicknessM(land, 0, others), 300);
    expectThickness(outsideThicknessM(others, 0, land, 0), 300);
    expectThickness(disagreementThicknessM(land, 0, others, [0]), 300);
    expect(outsideThicknessM(land, 0, others, 0)).toBeLessThan(1);
  });
});

describe("the largest circle that no area of a layer covers", () => {
  it("lies in the gap between them", () => {
    const gap = layerFromAreas(
      areaFromRings("p", [boxRing(0, 0, 400, 1000)]),
      areaFromRings("q", [boxRing(460, 0, 1000, 1000)]),
    );
    const whole = layerFromAreas(areaFromRings("whole", [boxRing(0, 0, 1000, 1000)]));

    expectThickness(uncoveredThicknessM(whole, 0, gap), 60);
  });
});
