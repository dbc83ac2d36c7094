import { describe, expect, it } from "vitest";
import { ringError } from "../src/validity/ring-validity.js";

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

const BROKEN: readonly (readonly [fact: string, ring: readonly unknown[], what: RegExp, remedy: RegExp])[] = [
  [
    "not a number",
    [
      [0, 0],
      [Number.NaN, 0],
      [1, 1],
      [0, 0],
    ],
    /position 2 is \[NaN, 0\]/,
    /finite/,
  ],
  [
    "infinite",
    [
      [0, 0],
      [1, Infinity],
      [1, 1],
      [0, 0],
    ],
    /position 2 is \[1, Infinity\]/,
    /finite/,
  ],
  [
    "latitude out of range",
    [
      [0, 0],
      [1, 91],
      [1, 1],
      [0, 0],
    ],
    /position 2 is \[1, 91\]/,
    /longitude comes first/,
  ],
  [
    "eastings",
    [
      [530000, 180000],
      [530100, 180000],
      [530100, 180100],
      [530000, 180000],
    ],
    /530000/,
    /metres on a grid.*4326/,
  ],
  [
    "a text",
    [
      [0, 0],
      ["1", 0],
      [1, 1],
      [0, 0],
    ],
    /position 2 is \["1",0\]/,
    /numbers/,
  ],
  ["no position", [null, [1, 0], [1, 1], [0, 0]], /position 1 is null/, /numbers/],
  ["unclosed", SQUARE.slice(0, 4), /begins at \[0, 0\] but ends at \[0, 1\]/, /repeat the first/],
  [
    "of two positions",
    [
      [0, 0],
      [1, 1],
    ],
    /has 2 positions/,
    /at least 4/,
  ],
  ["empty", [], /has 0 positions/, /at least 4/],
  [
    "without area",
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [0, 0],
    ],
    /./,
    /./,
  ],
  [
    "in one place",
    [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    /encloses no area/,
    /leave it out/,
  ],
  [
    "crossing itself",
    [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
    /crosses itself near \[0\.5, 0\.5\]/,
    /repaired/,
  ],
  [
    "running back over itself",
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [2, 0.5],
      [1, 0.5],
      [0, 0],
    ],
    /crosses itself near \[2, 0\.5\]/,
    /repaired/,
  ],
  [
    "crossing itself in two of its own corners",
    // 2 ┌──┐           from the left square up through [1, 1]
    // 1 └──×──┐        into the other, and back
    // 0    └──┘
    [
      [0, 1],
      [1, 1],
      [2, 1],
      [2, 0],
      [1, 0],
      [1, 1],
      [1, 2],
      [0, 2],
      [0, 1],
    ],
    /crosses itself near \[1, 1\]/,
    /repaired/,
  ],
  [
    "crossing one of its edges with a corner",
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [1, -2],
      [0, 0],
    ],
    /crosses itself near \[2, 0\]/,
    /repaired/,
  ],
  [
    "crossing itself where it was opened",
    [
      [1, 1],
      [2, 2],
      [2, 0],
      [1, 1],
      [0, 2],
      [0, 0],
      [1, 1],
    ],
    /crosses itself near \[1, 1\]/,
    /repaired/,
  ],
];

describe("a ring is refused, with what is wrong and the remedy, when it is", () => {
  it.each(BROKEN)("%s", (_fact, ring, what, remedy) => {
    const problem = ringError(ring);

    expect(problem?.what).toMatch(what);
    expect(problem?.remedy).toMatch(remedy);
  });
});

describe("a ring passes", () => {
  it("when it is a plain square, wound either way", () => {
    expect(ringError(SQUARE)).toBeNull();
    expect(ringError(SQUARE.toReversed())).toBeNull();
  });

  it("with positions repeated, heights, and a corner that touches another corner", () => {
    const hourglass = [
      [0, 0],
      [0, 0],
      [1, 1, 50],
      [0, 2],
      [2, 2],
      [1, 1],
      [2, 0],
      [0, 0],
    ];

    expect(ringError(hourglass)).toBeNull();
  });

  it("with a corner that touches one of its edges, from inside or outside", () => {
    const fromInside = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ];
    const fromOutside = [
      [0, 0],
      [6, 0],
      [6, -4],
      [3, 0],
      [2, -4],
      [8, -6],
      [8, 2],
      [0, 2],
      [0, 0],
    ];

    expect(ringError(fromInside)).toBeNull();
    expect(ringError(fromOutside)).toBeNull();
  });
});
