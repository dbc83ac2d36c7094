import { area } from "@turf/turf";
import type { Feature, Position } from "geojson";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { insertOverlaps } from "../../../src/cartography/insert-overlaps.js";
import type { LayerTopology } from "../../../src/model/topology.js";
import { drawTopology } from "../../support/draw-topology.js";

function square(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function shape(id: string, ring: Position[]) {
  return { id, boundary: { type: "Polygon" as const, coordinates: [[...ring, ring[0] ?? []]] } };
}

function areaOf(topology: LayerTopology, id: string): number {
  const geometry = topology.objects.overlaps?.geometries.find((one) => one.id === id);
  return geometry === undefined ? Number.NaN : area(feature(topology, geometry) as Feature);
}

describe("overlaps in a topology", () => {
  it("run along the arcs that are there where layers were drawn on the same borders", () => {
    //   +---+---+    Council "wide" lies in footprints "west" and "east".
    //   | w | e |
    //   +---+---+
    const drawn = drawTopology({
      footprints: { west: square(0, 0, 1, 1), east: square(1, 0, 2, 1) },
      upper_tier: {
        wide: [
          [0, 0],
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
          [0, 1],
        ],
      },
    });
    const west = square(0, 0, 1, 1);
    const topology = insertOverlaps(drawn, [shape("west wide", west), shape("east wide", square(1, 0, 2, 1))]);
    expect(topology.arcs).toBe(drawn.arcs);
    expect(areaOf(topology, "west wide")).toBeCloseTo(area({ type: "Polygon", coordinates: [[...west, [0, 0]]] }), 0);
    expect(topology.objects.overlaps?.geometries.map(({ id }) => id)).toEqual(["west wide", "east wide"]);
  });

  it("are given arcs of their own where the layers cross", () => {
    const drawn = drawTopology({
      footprints: { a: square(0, 0, 2, 2) },
      upper_tier: { b: square(1, 1, 3, 3) },
    });
    const both = square(1, 1, 2, 2);
    const topology = insertOverlaps(drawn, [shape("a b", both)]);
    expect(areaOf(topology, "a b")).toBeCloseTo(area({ type: "Polygon", coordinates: [[...both, [1, 1]]] }), 0);
    for (const layer of ["footprints", "upper_tier"] as const) {
      const [before, after] = [drawn, topology].map((one) => {
        const [geometry] = one.objects[layer]?.geometries ?? [];
        return geometry === undefined ? Number.NaN : area(feature(one, geometry) as Feature);
      });
      expect(after).toBeCloseTo(before ?? 0, 0);
      expect(topology.objects[layer]?.geometries.map(({ id }) => id)).toEqual(
        drawn.objects[layer]?.geometries.map(({ id }) => id),
      );
    }
  });

  it("are no object when there are none", () => {
    const drawn = drawTopology({ footprints: { a: square(0, 0, 1, 1) } });
    expect(insertOverlaps(drawn, [])).toBe(drawn);
  });
});
