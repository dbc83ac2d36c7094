import type { Position } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ringsOf } from "../../../src/cartography/arc-indices.js";
import { arcNetwork } from "../../../src/cartography/arc-network.js";
import { collapseGaps } from "../../../src/cartography/collapse-gaps.js";
import { dropSmallParts } from "../../../src/cartography/drop-small-parts.js";
import { joinArcs } from "../../../src/cartography/join-arcs.js";
import type { PyramidCache } from "../../../src/cartography/pyramid-cache.js";
import type { EditionId } from "../../../src/model/code.js";
import type { LayerTopology } from "../../../src/model/topology.js";
import type { Store } from "../../../src/store/store.js";
import { drawTopology } from "../../support/draw-topology.js";
import { openRealPyramid } from "../../support/real-pyramid.js";
import { BUILD_TIMEOUT_MS, openRealStore, SHIPPED_EDITIONS } from "../../support/real-store.js";
import { countTouchingEdges } from "../../support/touching-edges.js";

// Two areas with a river between them that is drawn as water, and a third that is all of an islet in it:
//
//      0   1   2   3
//      +-----------+ 1
//      |   north   |
//      +--.-----.--+ 0
//      |   '---'   |
//      |   south   |
//      +-----------+ -1
const north: Position[] = [
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 0],
  [3, 1],
  [0, 1],
];
const south: Position[] = [
  [0, 0],
  [0, -1],
  [3, -1],
  [3, 0],
  [2, 0],
  [1.5, -0.1],
  [1, 0],
];
const WIDE = { maxArea: 0.2, maxWidth: 0 };

const arcsOf = (objects: LayerTopology["objects"], code: string) =>
  Object.values(objects).flatMap(({ geometries }) =>
    geometries.filter(({ id }) => id === code).flatMap((geometry) => geometry.arcs.flat(2)),
  );
const arcSet = (objects: LayerTopology["objects"], code: string) =>
  new Set(arcsOf(objects, code).map((i) => (i < 0 ? ~i : i)));

describe("a gap between two borders", () => {
  it("is closed when it is small: both sides then draw one border", () => {
    const drawn = drawTopology({ footprints: { north, south } });
    const shared = (objects: LayerTopology["objects"]) =>
      [...arcSet(objects, "north")].filter((arc) => arcSet(objects, "south").has(arc)).length;

    const closed = collapseGaps(drawn.objects, arcNetwork(drawn), WIDE);

    expect(shared(closed)).toBe(shared(drawn.objects) + 1);
  });

  it("stays when it is larger than may be closed", () => {
    const drawn = drawTopology({ footprints: { north, south } });

    const closed = collapseGaps(drawn.objects, arcNetwork(drawn), { maxArea: 0.01, maxWidth: 0.01 });

    expect(closed).toEqual(drawn.objects);
  });

  it("stays when something lies in it", () => {
    const islet: Position[] = [
      [1.45, -0.03],
      [1.55, -0.03],
      [1.5, -0.05],
    ];
    const drawn = drawTopology({ footprints: { north, south, islet } });

    expect(collapseGaps(drawn.objects, arcNetwork(drawn), WIDE)).toEqual(drawn.objects);
  });

  it("stays when it is all there is of an area", () => {
    const between: Position[] = [
      [1, 0],
      [2, 0],
      [1.5, -0.1],
    ];
    const drawn = drawTopology({ footprints: { north, south, between } });

    expect(collapseGaps(drawn.objects, arcNetwork(drawn), WIDE)).toEqual(drawn.objects);
  });
});

describe("parts of areas", () => {
  const islet: Position[] = [
    [5, 0],
    [5.1, 0],
    [5, 0.1],
  ];
  const withIslet = () => {
    const drawn = drawTopology({ footprints: { north, islet }, upper_tier: { county: north, islet } });
    // The islet is the footprint's too, and no area of its own there.
    const [land, isle] = drawn.objects.footprints?.geometries ?? [];
    if (land?.type !== "Polygon" || isle?.type !== "Polygon") throw new Error("two polygons were drawn");
    const both = { type: "MultiPolygon" as const, id: "north", arcs: [land.arcs, isle.arcs] };
    return { both, drawn };
  };

  it("that are too small to be seen go from every layer", () => {
    const { both, drawn } = withIslet();
    const objects = {
      footprints: { type: "GeometryCollection" as const, geometries: [both] },
      members: { type: "GeometryCollection" as const, geometries: [{ ...both, id: "member" }] },
    };

    const seen = dropSmallParts(objects, arcNetwork(drawn), 0.5);

    expect(arcsOf(seen, "north")).toEqual(both.arcs[0]?.flat());
    expect(arcsOf(seen, "member")).toEqual(arcsOf(seen, "north"));
  });

  it("stay when an area has no other, and then in every layer", () => {
    const { both, drawn } = withIslet();
    const objects = { ...drawn.objects, footprints: { type: "GeometryCollection" as const, geometries: [both] } };

    expect(dropSmallParts(objects, arcNetwork(drawn), 0.5)).toEqual(objects);
  });
});

describe("arcs that meet where nothing else does", () => {
  it("become one, and rings keep their positions", () => {
    const drawn = drawTopology({ footprints: { north, south }, members: { north, south } });
    const { lonLat, arcs } = arcNetwork(drawn);
    // With the river closed its two ends hold nothing together any more.
    const objects = collapseGaps(drawn.objects, { lonLat, arcs }, WIDE);
    const ringVertices = (areas: LayerTopology["objects"], lines: readonly Int32Array[]) =>
      ringsOf(areas).map((ring) => {
        const vertices = ring.flatMap((i) => [...(i < 0 ? lines[~i]!.toReversed() : lines[i]!)].slice(1));
        const first = vertices.indexOf(Math.min(...vertices));
        return [...vertices.slice(first), ...vertices.slice(0, first)];
      });

    const joined = joinArcs({ objects, arcs });

    expect(joined.arcs).toHaveLength(3); // around the north, around the south, and between them
    expect(ringVertices(joined.objects, joined.arcs)).toEqual(ringVertices(objects, arcs));
  });
});

describe.each(SHIPPED_EDITIONS)("%s", (edition) => {
  let store: Store;
  let zooms: PyramidCache;
  beforeAll(() => {
    store = openRealStore();
    zooms = openRealPyramid(store);
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await zooms.close();
    await store.close();
  });

  it.each([0, 4, 7, 8, 10])("at zoom %i has edges that touch nowhere but in the ends they share", async (zoom) => {
    const found = await zooms.zoomTopology(edition as unknown as EditionId, zoom);

    const { lonLat, arcs } = arcNetwork({
      ...found!.topology,
      transform: { scale: [1, 1], translate: [0, 0] }, // counted each from the one before
    });
    const lines = arcs.map((arc) => [...arc].map((vertex) => [lonLat[2 * vertex]!, lonLat[2 * vertex + 1]!]));

    expect(lines.flat(2).every(Number.isInteger)).toBe(true);
    expect(countTouchingEdges(lines)).toBe(0);
  });
});
