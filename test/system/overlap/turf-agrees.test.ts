import { feature, featureCollection, intersect } from "@turf/turf";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { polygonsOf } from "../../../packages/overlap/src/boundary.js";
import { prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { overlayAreas } from "../../../packages/overlap/src/overlay/overlay-areas.js";
import { project } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { DRAWING_PROJECTION } from "../../../packages/overlap/test/draw-areas.js";
import { IS_LONG_RUN } from "../../../packages/overlap/test/random-cases.js";
import type { LayerName } from "../../../src/model/layer.js";
import { readShippedLayer } from "../../support/shipped-layers.js";

// Turf's clipper takes a third of a second for a pair: every twentieth here, all in the long run.
const EVERY = IS_LONG_RUN ? 1 : 20;

function inPlane(boundary: Boundary): Boundary {
  const coordinates = polygonsOf(boundary).map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]): Position => [...project(DRAWING_PROJECTION, [lon, lat])])),
  );
  return { type: "MultiPolygon", coordinates };
}

function planarM2(boundary: Boundary): number {
  let sum = 0;
  for (const rings of polygonsOf(boundary)) {
    rings.forEach((ring, r) => {
      const [x0 = 0, y0 = 0] = ring[0] ?? [];
      let twice = 0;
      for (let i = 1; i < ring.length; i++) {
        const [px = 0, py = 0] = ring[i - 1] ?? [];
        const [qx = 0, qy = 0] = ring[i] ?? [];
        twice += (px - x0) * (qy - y0) - (qx - x0) * (py - y0);
      }
      sum += (r === 0 ? 1 : -1) * Math.abs(twice / 2);
    });
  }
  return sum;
}

describe("Turf's clipper in the same plane gives the same areas within a thousand-millionth of the smaller side", () => {
  it.each<LayerName>(["upper_tier", "lower_tier"])("%s of 2017", { timeout: 900_000 }, (tier) => {
    const footprints = readShippedLayer("stp-2017", "footprints");
    const councils = readShippedLayer("stp-2017", tier);
    const a = prepareLayer(footprints, DRAWING_PROJECTION);
    const b = prepareLayer(councils, DRAWING_PROJECTION);

    const pairs = overlayAreas(a, b);

    expect(pairs).toHaveLength(tier === "upper_tier" ? 170 : 343);
    for (const pair of pairs.filter((_, i) => i % EVERY === 7 % EVERY)) {
      const sides = [footprints[pair.a], councils[pair.b]].map((area) => {
        if (area === undefined) throw new Error("a pair names an area that is not there");
        return feature(inPlane(area.boundary));
      });
      const byTurf = intersect(featureCollection(sides));
      const turfM2 = byTurf === null ? 0 : planarM2(byTurf.geometry);
      const smallerM2 = Math.min(a.areaM2[pair.a] ?? 0, b.areaM2[pair.b] ?? 0);
      expect(Math.abs(pair.areaM2 - turfM2) / smallerM2).toBeLessThan(1e-9);
    }
  });
});
