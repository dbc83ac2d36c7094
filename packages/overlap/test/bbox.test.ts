import { describe, expect, it } from "vitest";
import { antimeridianBbox, unionBbox } from "../src/predicates/bbox.js";

type Box = readonly [number, number, number, number];

describe("the box around boxes", () => {
  const CASES: readonly (readonly [what: string, boxes: readonly Box[], around: Box])[] = [
    [
      "is theirs together",
      [
        [-6, 50, -1, 52],
        [0, 51, 2, 55],
      ],
      [-6, 50, 2, 55],
    ],
    [
      "may reach far without running over the antimeridian",
      [
        [-170, 0, -160, 1],
        [160, 0, 170, 1],
      ],
      [-170, 0, 170, 1],
    ],
    [
      "runs over it where boxes touch it from both sides",
      [
        [177, -20, 180, -16],
        [-180, -18, -178, -15],
      ],
      [177, -20, -178, -15],
    ],
    [
      "runs over it where one does, wherever the widest gap lies",
      [
        [177, -20, -178, -15],
        [100, 0, 110, 5],
      ],
      [100, -20, -178, 5],
    ],
    [
      "is all round the Earth where no gap is left",
      [
        [-180, 0, 10, 1],
        [5, 0, 180, 1],
      ],
      [-180, 0, 180, 1],
    ],
    [
      "takes a grid's rounding of 180 for 180",
      [
        [179, 0, 180.00000001, 1],
        [-179.99999999, 0, -179, 1],
      ],
      [179, 0, -179, 1],
    ],
  ];

  it.each(CASES)("%s", (_, boxes, around) => {
    const found = unionBbox(boxes);

    expect(found).toEqual(around);
    expect(unionBbox(boxes.toReversed())).toEqual(around);
  });
});

describe("the narrowest box around boxes", () => {
  const CASES: readonly (readonly [what: string, boxes: readonly Box[], around: Box])[] = [
    [
      "is theirs together where they lie side by side",
      [
        [-6, 50, -1, 52],
        [0, 51, 2, 55],
      ],
      [-6, 50, 2, 55],
    ],
    [
      "runs over the antimeridian where that is the shorter way round, though nothing touches it",
      [
        [-170, 0, -160, 1],
        [160, 5, 170, 6],
      ],
      [160, 0, -160, 6],
    ],
    [
      "is all round the Earth where no gap is left",
      [
        [-180, 0, 10, 1],
        [5, 0, 180, 1],
      ],
      [-180, 0, 180, 1],
    ],
    ["is the box of a single one", [[10, 20, 30, 40]], [10, 20, 30, 40]],
  ];

  it.each(CASES)("%s", (_, boxes, around) => {
    expect(antimeridianBbox(boxes)).toEqual(around);
    expect(antimeridianBbox(boxes.toReversed())).toEqual(around);
  });
});
