import { booleanPointInPolygon } from "@turf/turf";
import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import type { LayerTopology } from "../../src/model/topology.js";
import { arcNetwork } from "../../src/topology/arc-network.js";
import { arcThinner } from "../../src/topology/arc-thinner.js";
import { latticePlacement } from "../../src/topology/lattice-placement.js";
import { planePositions } from "../../src/topology/plane-positions.js";
import { loneContacts } from "../support/lone-contacts.js";
import { drawnTopology, linesOf } from "./drawn-topology.js";

const NO_LIMIT = Number.POSITIVE_INFINITY;

describe("loneContacts, which the other tests rest on", () => {
  it("counts what crosses, what runs along and what ends on an edge, and not what meets in an end", () => {
    expect(
      loneContacts([
        [
          [0, 0],
          [2, 2],
        ],
        [
          [0, 2],
          [2, 0],
        ],
      ]),
    ).toBe(1);
    expect(
      loneContacts([
        [
          [0, 0],
          [3, 0],
        ],
        [
          [1, 0],
          [2, 0],
        ],
      ]),
    ).toBe(1);
    expect(
      loneContacts([
        [
          [0, 0],
          [2, 0],
        ],
        [
          [1, 0],
          [1, 1],
        ],
      ]),
    ).toBe(1);
    expect(
      loneContacts([
        [
          [0, 0],
          [2, 0],
        ],
        [
          [0, 0],
          [1, 0],
        ],
      ]),
    ).toBe(1);
    expect(
      loneContacts([
        [
          [0, 0],
          [2, 0],
          [2, 2],
        ],
        [
          [0, 0],
          [0, 2],
        ],
      ]),
    ).toBe(0);
  });
});

describe("thinning", () => {
  //   +-----------------+
  //   |   coast         |
  //   |      +-----+    |     The line from one side of the bay's mouth to the other is the shortest,
  //   |      | /\  |    |     and would put the island ashore.
  //   +------+ \/  +----+
  const coast: Position[] = [
    [0, 0],
    [0.4, 0],
    [0.4, 0.5],
    [0.6, 0.5],
    [0.6, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  const island: Position[] = [
    [0.45, 0.3],
    [0.5, 0.2],
    [0.55, 0.3],
    [0.5, 0.4],
  ];
  const bay = drawnTopology({ footprints: { coast, island } });

  it("leaves islands in the water, as triangles at least", () => {
    const arcs = thinnerOf(bay).thin({ mostPoints: 0, mostDrift: NO_LIMIT });
    const [land = [], isle = []] = linesOf(bay, { arcs });
    expect(land.length).toBeLessThan(coast.length + 1);
    expect(isle).toHaveLength(4);
    for (const point of isle)
      expect(booleanPointInPolygon(point, { type: "Polygon", coordinates: [land] })).toBe(false);
    expect(loneContacts([land, isle])).toBe(0);
  });

  it("lets no area change by more than it may", () => {
    const arcs = thinnerOf(bay).thin({ mostPoints: 0, mostDrift: 1e-6 });
    expect(linesOf(bay, { arcs })).toEqual(linesOf(bay));
  });

  it("takes points that change nothing first", () => {
    const square = drawnTopology({
      footprints: {
        a: [
          [0, 0],
          [0.5, 0],
          [1, 0],
          [1, 0.4],
          [1, 1],
          [0, 1],
        ],
      },
    });
    const [ring] = linesOf(square, {
      arcs: thinnerOf(square).thin({ mostPoints: 3, mostDrift: 1e-9 }),
    });
    expect(ring).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  it("keeps two areas between two corners apart", () => {
    //    /--\        Two arcs between the same two corners may not both become the line between them.
    //   * -- *
    //    \--/
    const lens = drawnTopology({
      footprints: {
        upper: [
          [0, 0],
          [0.5, 0.01],
          [1, 0],
          [0.5, 0.5],
        ],
        lower: [
          [0, 0],
          [0.5, -0.5],
          [1, 0],
          [0.5, 0.01],
        ],
      },
    });
    const arcs = thinnerOf(lens).thin({ mostPoints: 0, mostDrift: NO_LIMIT });
    expect(loneContacts(linesOf(lens, { arcs }))).toBe(0);
    expect(new Set(arcs.map((arc) => [...arc].sort().join())).size).toBe(arcs.length);
  });
});

function thinnerOf(topology: LayerTopology) {
  const network = arcNetwork(topology);
  return arcThinner(topology, network, { xy: planePositions(network.lonLat), weighing: "BY_SIZE" });
}

/** Rings around one middle, each as far from the next as the smallest gap, with radii as they come. */
const onionRings = fc
  .array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => {
    const radii = steps[0]?.map(() => 0.5) ?? [];
    return steps.map((ring) =>
      ring.map((step, k): Position => {
        const radius = (radii[k] ?? 0) + step;
        radii[k] = radius;
        const angle = (2 * Math.PI * k) / ring.length;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    );
  });

describe("for rings drawn one around the other at random", () => {
  it("nothing touches after thinning and after moving to a coarse lattice", () => {
    fc.assert(
      fc.property(
        onionRings,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(0.1, 0.05, 0.02),
        (rings, mostPoints, step) => {
          const drawn = drawnTopology({ footprints: Object.fromEntries(rings.map((ring, i) => [`ring ${i}`, ring])) });
          const network = arcNetwork(drawn);
          fc.pre(loneContacts(linesOf(drawn)) === 0);
          const arcs = thinnerOf(drawn).thin({ mostPoints, mostDrift: NO_LIMIT });
          expect(loneContacts(linesOf(drawn, { arcs }))).toBe(0);
          const { columnRow, forcedCount } = latticePlacement({ ...network, arcs }, 1 / step);
          if (forcedCount > 0) return;
          const placed = linesOf(drawn, { arcs, places: columnRow });
          expect(placed.flat(2).every(Number.isInteger)).toBe(true);
          expect(loneContacts(placed)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
