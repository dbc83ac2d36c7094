import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PolygonError } from "../src/errors.js";
import { overlapThicknessM } from "../src/inscribed-circle/thickness.js";
import { overlayAreas } from "../src/overlay/overlay-areas.js";
import { IntersectionAreaError, intersection } from "../src/polygonize/intersection.js";
import { validateRings } from "../src/validity/validate-rings.js";
import { areaFromRings, boxRing, layerFromAreas } from "./draw-areas.js";
import { IS_LONG_RUN } from "./random-cases.js";

const BOW_TIE = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  ],
};

describe("a boundary is refused by name", () => {
  const refused: readonly (readonly [fact: string, geometry: unknown, message: string])[] = [
    ["without a geometry", null, "map.geojson, feature 3 has no geometry; give a Polygon or MultiPolygon"],
    ["when it is a line", { type: "LineString", coordinates: [] }, "feature 3 is a LineString; give a Polygon"],
    ["without rings", { type: "Polygon", coordinates: [] }, "feature 3 has no rings; leave it out"],
    [
      "when its lists are not nested",
      { type: "Polygon", coordinates: [5] },
      "has coordinates that are not lists of rings",
    ],
    [
      "with the ring that crosses itself",
      BOW_TIE,
      "feature 3, outer ring crosses itself near [0.5, 0.5]; correct it there",
    ],
    [
      "with the hole of the part that is not closed",
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
          [
            [
              [5, 0],
              [9, 0],
              [9, 9],
              [5, 0],
            ],
            [
              [6, 1],
              [7, 1],
              [7, 2],
              [6.5, 2],
            ],
          ],
        ],
      },
      "feature 3, polygon 2, hole 1 begins at [6, 1] but ends at [6.5, 2]; repeat the first position",
    ],
  ];

  it.each(refused)("%s", (_fact, geometry, message) => {
    expect(() => validateRings(geometry, "map.geojson, feature 3")).toThrow(message);
    expect(() => validateRings(geometry, "map.geojson, feature 3")).toThrow(PolygonError);
  });
});

it("a bow tie is repaired into its two halves when asked", () => {
  const repaired = validateRings(BOW_TIE, "map.geojson, feature 3", { repairCrossings: true });

  expect(repaired.type).toBe("MultiPolygon");
  expect(repaired.coordinates).toHaveLength(2);
});

// A good boundary with one thing in it exchanged for something that does not belong there.
const damaged = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
      minLength: 3,
      maxLength: 9,
    }),
    fc.nat(40),
    fc.oneof(
      fc.constantFrom<unknown>(
        Number.NaN,
        Infinity,
        -Infinity,
        1e308,
        91,
        181,
        530_000,
        null,
        undefined,
        "0",
        [],
        {},
        -0,
      ),
      fc.integer({ min: -3, max: 3 }),
    ),
  )
  .map(([places, where, value]) => {
    const ring: unknown[][] = [...places, places[0] ?? [0, 0]].map(([x, y]) => [x / 1000 - 1.5, y / 1000 + 52.5]);
    const position = ring[where % ring.length];
    if (where < 30 && position !== undefined) position[where % 2] = value;
    else if (where < 35) ring.splice(where % ring.length, 1);
    return { type: "Polygon", coordinates: [ring] };
  });

it("whatever is damaged is refused by name or measured, and never hangs or crashes", () => {
  const other = layerFromAreas(areaFromRings("other", [boxRing(-100, -100, 100, 100)]));
  fc.assert(
    fc.property(damaged, fc.boolean(), (geometry, isRepaired) => {
      try {
        const boundary = validateRings(geometry, "map.geojson, feature 1", { repairCrossings: isRepaired });
        const layer = layerFromAreas({ code: "damaged", boundary });
        for (const { a, b } of overlayAreas(layer, other)) {
          expect(overlapThicknessM(layer, a, other, b)).toBeLessThan(1000);
          expect(intersection(layer, a, other, b)).not.toBeUndefined();
        }
      } catch (error) {
        // Edges that all but run along each other in degrees may cross in the plane: a shape says so.
        if (error instanceof IntersectionAreaError) return;
        expect(error).toBeInstanceOf(PolygonError);
        expect(String(error)).toContain("map.geojson, feature 1");
      }
    }),
    { numRuns: IS_LONG_RUN ? 10_000 : 1000, seed: 5, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
  );
});
