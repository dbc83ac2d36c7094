import { booleanPointInPolygon } from "@turf/turf";
import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { arcNetwork } from "../../../src/cartography/arc-network.js";
import { projectPositions } from "../../../src/cartography/detail-levels.js";
import { arcSimplifier } from "../../../src/cartography/simplify-arcs.js";
import { snapToGrid } from "../../../src/cartography/snap-to-grid.js";
import type { LayerTopology } from "../../../src/model/topology.js";
import { drawTopology, linesOf } from "../../support/draw-topology.js";
import { countTouchingEdges } from "../../support/touching-edges.js";

const NO_LIMIT = Number.POSITIVE_INFINITY;

describe("loneContacts, which the other tests rest on", () => {
  it("counts what crosses, what runs along and what ends on an edge, and not what meets in an end", () => {
    expect(
      countTouchingEdges([
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
      countTouchingEdges([
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
      countTouchingEdges([
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
      countTouchingEdges([
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
      countTouchingEdges([
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
  const bay = drawTopology({ footprints: { coast, island } });

  it("leaves islands in the water, as triangles at least", () => {
    const arcs = simplifierOf(bay).simplify({ maxPoints: 0, maxAreaChange: NO_LIMIT });
    const [land = [], isle = []] = linesOf(bay, { arcs });
    expect(land.length).toBeLessThan(coast.length + 1);
    expect(isle).toHaveLength(4);
    for (const point of isle)
      expect(booleanPointInPolygon(point, { type: "Polygon", coordinates: [land] })).toBe(false);
    expect(countTouchingEdges([land, isle])).toBe(0);
  });

  it("lets no area change by more than it may", () => {
    const arcs = simplifierOf(bay).simplify({ maxPoints: 0, maxAreaChange: 1e-6 });
    expect(linesOf(bay, { arcs })).toEqual(linesOf(bay));
  });

  it("takes points that change nothing first", () => {
    const square = drawTopology({
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
      arcs: simplifierOf(square).simplify({ maxPoints: 3, maxAreaChange: 1e-9 }),
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
    const lens = drawTopology({
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
    const arcs = simplifierOf(lens).simplify({ maxPoints: 0, maxAreaChange: NO_LIMIT });
    expect(countTouchingEdges(linesOf(lens, { arcs }))).toBe(0);
    expect(new Set(arcs.map((arc) => [...arc].sort().join())).size).toBe(arcs.length);
  });
});

function simplifierOf(topology: LayerTopology) {
  const network = arcNetwork(topology);
  return arcSimplifier(topology, network, { xy: projectPositions(network.lonLat), weighting: "SIZE" });
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
          const drawn = drawTopology({ footprints: Object.fromEntries(rings.map((ring, i) => [`ring ${i}`, ring])) });
          const network = arcNetwork(drawn);
          fc.pre(countTouchingEdges(linesOf(drawn)) === 0);
          const arcs = simplifierOf(drawn).simplify({ maxPoints: mostPoints, maxAreaChange: NO_LIMIT });
          expect(countTouchingEdges(linesOf(drawn, { arcs }))).toBe(0);
          const { columnRow, unresolvedCount: forcedCount } = snapToGrid({ ...network, arcs }, 1 / step);
          if (forcedCount > 0) return;
          const placed = linesOf(drawn, { arcs, places: columnRow });
          expect(placed.flat(2).every(Number.isInteger)).toBe(true);
          expect(countTouchingEdges(placed)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
