import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import {
  equalAreaProjection,
  project,
  scaleFactor,
  unproject,
} from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { readShippedLayer } from "../../support/shipped-layers.js";

const PLANE = equalAreaProjection([-6.5, 49.8, 1.8, 55.9]);

describe("the equal-area plane", () => {
  it("gives England the area that PostGIS gives it on the ellipsoid", () => {
    const england = prepareLayer(readShippedLayer("stp-2017", "footprints"), PLANE);

    const areaKm2 = england.areaM2.reduce((sum, areaM2) => sum + areaM2, 0) / 1e6;

    expect(Math.abs(areaKm2 / 130_522.6 - 1)).toBeLessThan(0.00005);
  });

  it("gives the whole earth 510,065,621.7 km2", () => {
    const [west, south] = project(PLANE, [-180, -90]);
    const [east, north] = project(PLANE, [180, 90]);

    expect(((east - west) * (north - south)) / 1e6).toBeCloseTo(510_065_621.7, 0);
  });

  it("leads back to the same place", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -89, max: 89, noNaN: true }),
        (lon, lat) => {
          const [backLon, backLat] = unproject(PLANE, project(PLANE, [lon, lat]));
          expect(Math.abs(backLon - lon)).toBeLessThan(1e-12);
          expect(Math.abs(backLat - lat)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it("has true lengths on its standard parallel and narrower ones towards the pole", () => {
    const [, northM] = project(PLANE, [0, 55.9]);

    expect(scaleFactor(PLANE, 0)).toBeCloseTo(1, 12);
    expect(scaleFactor(PLANE, northM)).toBeLessThan(0.94);
  });
});
