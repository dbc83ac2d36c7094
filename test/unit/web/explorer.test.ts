import fc from "fast-check";
import { expect, test } from "vitest";
import {
  AGREEMENT_CLASSES,
  agreementClass,
  RATING_COLOURS,
  VERDICT_COLOURS,
} from "../../../web/explorer/format/colours.js";
import { csv } from "../../../web/explorer/format/csv.js";
import { percent } from "../../../web/explorer/format/numbers.js";
import { stripCommonAffixes } from "../../../web/explorer/format/strip-common-affixes.js";
import { graphColouring } from "../../../web/explorer/map/graph-colouring.js";
import { placeLabels } from "../../../web/explorer/map/label-collision.js";
import { minBorderZoom } from "../../../web/explorer/map/min-border-zoom.js";
import { AUTHORITY_TYPES, COLOURINGS, INITIAL_STATE, VIEWS } from "../../../web/explorer/state/explorer-state.js";
import { formatUrlState, parseUrlState } from "../../../web/explorer/state/url-state.js";
import { minContrast } from "./colour-vision.js";

test("percentages never read 100% for less than all, nor 0% for something", () => {
  expect([0, 1, 0.5, 0.99999, 1e-9, 0.1234, null].map(percent)).toEqual([
    "0%",
    "100%",
    "50.0%",
    "over 99.9%",
    "under 0.1%",
    "12.3%",
    "–",
  ]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (share) => {
      expect(["0%", "100%", "0.0%", "100.0%"]).not.toContain(percent(share));
    }),
  );
});

test("an address gives back the state that it was made from", () => {
  const code = fc.constantFrom("E10000006", "06037", "a/b", "ü?#%,&", "North-East 1");
  const state = fc.record({
    view: fc.constantFrom(...VIEWS),
    edition: fc.constantFrom("stp-2017", "icb-2024"),
    other: fc.option(fc.constantFrom("icb-2024", "police-2025")),
    tier: fc.constantFrom("UPPER" as const, "LOWER" as const),
    weight: fc.constantFrom("POPULATION" as const, "AREA" as const),
    colouring: fc.constantFrom(...COLOURINGS),
    area: fc.option(code),
    types: fc.subarray([...AUTHORITY_TYPES]),
    minShare: fc.integer({ min: 0, max: 400 }).map((steps) => steps / 400),
    assignments: fc.array(fc.record({ authority: code, footprint: code }), { maxLength: 3 }),
    redrawn: fc.boolean(),
    swipe: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
    outline: fc.option(
      fc.constant([
        [-1.5, 53],
        [-1, 53],
        [-1, 54],
        [-1.5, 53],
      ] as const),
    ),
    camera: fc.option(fc.constant({ zoom: 7.25, lat: 52.1234, lon: -1.5 })),
  });
  fc.assert(
    fc.property(state, (given) => {
      expect(parseUrlState(formatUrlState(given))).toEqual(given);
    }),
  );
});

test("an address with nonsense in it shows the page as at first", () => {
  const search =
    "?view=x&edition=../etc&tier=1&by=&area=%20&types=A&least=-4&assign=a-b-c,%25-d&with=A/B&outline=1,2&at=a/b/c&swipe=2";
  expect(parseUrlState(search)).toEqual(INITIAL_STATE);
  expect(formatUrlState(INITIAL_STATE)).toBe("");
});

// A difference of 15 is far above what is just seen (about 2); see colour-vision.ts.
test.each([
  ["verdicts", Object.values(VERDICT_COLOURS)],
  ["agreement", AGREEMENT_CLASSES.map(({ colour }) => colour)],
  ["ratings", RATING_COLOURS],
])("the colours of %s stay apart with red, green or blue blindness", (_, colours) => {
  expect(minContrast(colours)).toBeGreaterThan(15);
});

test("agreement has a class of its own only when it is complete", () => {
  expect(agreementClass(1).label).toBe("100%");
  expect(agreementClass(0.9999999).label).toBe("95 to under 100%");
  expect(agreementClass(0).label).toBe("under 50%");
});

test("neighbours get different colours", () => {
  // a--b--c
  //  \ | /
  //    d
  const neighbours = new Map([
    ["a", ["b", "d"]],
    ["b", ["a", "c", "d"]],
    ["c", ["b", "d"]],
    ["d", ["a", "b", "c"]],
  ]);
  const colours = graphColouring(neighbours);
  for (const [code, around] of neighbours)
    for (const other of around) expect(colours.get(code)).not.toBe(colours.get(other));
});

test("labels do not lie over each other nor over an edge, and the first comes first", () => {
  const label = (text: string, x: number) => ({
    text,
    centre: [x, 50] as const,
    kind: "footprint" as const,
    extent: [9, 9] as const,
  });
  const screen = {
    project: ([x, y]: readonly [number, number]) => ({ x, y }),
    pxPerDegree: 50,
    fromPx: 0,
    toPx: 500,
    heightPx: 100,
  };

  const placed = placeLabels([label("First", 100), label("Second", 110), label("Third", 300)], screen);

  expect(placed.map((one) => one.label.text)).toEqual(["First", "Third"]);
  const left = placeLabels([label("First", 100), label("Third", 300)], { ...screen, toPx: 310 });
  expect(left.map((one) => one.label.text)).toEqual(["First"]);
});

test("short names leave out what all names share at their ends, and keep a word", () => {
  const boards = ["NHS Devon Integrated Care Board", "NHS Kent and Medway Integrated Care Board"];
  expect(boards.map(stripCommonAffixes(boards))).toEqual(["Devon", "Kent and Medway"]);
  expect(["North Kent", "North West Kent"].map(stripCommonAffixes(["North Kent", "North West Kent"]))).toEqual([
    "Kent",
    "West Kent",
  ]);
  expect(stripCommonAffixes(["NHS Devon"])("NHS Devon")).toBe("NHS Devon");
  expect(["Devon", "Dorset"].map(stripCommonAffixes(["Devon", "Dorset"]))).toEqual(["Devon", "Dorset"]);
});

test("CSV quotes what must be quoted", () => {
  expect(
    csv(
      ["a", "b"],
      [
        ["x, y", 'say "so"'],
        [null, 0.1],
      ],
    ),
  ).toBe('a,b\r\n"x, y","say ""so"""\r\n,0.1\r\n');
});

test("borders of very many areas are drawn from the zoom on where a mean area is 12 pixels wide", () => {
  // On the equator, a square degree cut into 100 x 100: at zoom z it is 512 * 2^z / 360 pixels wide.
  const cut = [0, -0.5, 1, 0.5];

  const zoom = minBorderZoom(cut, 10_000);

  expect((512 * 2 ** zoom) / 360 / 100).toBeCloseTo(12, 6);
  expect(minBorderZoom(cut, 2_000)).toBe(0);
  expect(minBorderZoom(null, 10_000)).toBe(0);
});
