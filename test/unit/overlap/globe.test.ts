import { createRequire } from "node:module";
import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { overlapThicknessM } from "../../../packages/overlap/src/inscribed-circle/thickness.js";
import type { LayerArea } from "../../../packages/overlap/src/layer/layer-coordinates.js";
import { prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { locatePoint } from "../../../packages/overlap/src/location/locate-points.js";
import { overlayAreas } from "../../../packages/overlap/src/overlay/overlay-areas.js";
import { boundaryBbox, unionBbox } from "../../../packages/overlap/src/predicates/bbox.js";
import { equalAreaProjection } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { splitAtAntimeridian } from "../../../src/import/crs/split-antimeridian.js";
import { box } from "../../support/box.js";

const require = createRequire(import.meta.url);
// d3 brings no types of its own.
const { geoArea } = (await import("d3" as string)) as { readonly geoArea: (shape: Boundary) => number };

/** An object of a published topology, each area under its id. */
function readPublished(file: unknown, object: string): LayerArea[] {
  const topology = file as Topology<Record<string, GeometryCollection>>;
  const { features } = feature(topology, topology.objects[object]!);
  return features.map((one, i) => ({ code: String(one.id ?? i), boundary: (one as Feature<Boundary>).geometry }));
}

function planeOf(...layers: readonly (readonly LayerArea[])[]) {
  return equalAreaProjection(unionBbox(layers.flat().map(({ boundary }) => boundaryBbox(boundary))));
}

const WHOLE = 1e-9; // of an area

describe("United States, counties and states (us-atlas)", () => {
  const file = require("us-atlas/counties-10m.json");
  const [drawn, states] = [readPublished(file, "counties"), readPublished(file, "states")];
  // One is so small that this file draws it without land: three positions on a line.
  const counties = drawn.filter(({ code }) => code !== "51610");
  const plane = planeOf(counties, states);
  const [measuredCounties, measuredStates] = [prepareLayer(counties, plane), prepareLayer(states, plane)];

  it("every county lies whole in the state that its code begins with", () => {
    const held = overlayAreas(measuredCounties, measuredStates).filter(
      ({ a, areaM2 }) => areaM2 > WHOLE * measuredCounties.areaM2[a]!,
    );

    expect(counties).toHaveLength(3230);
    expect(held).toHaveLength(counties.length);
    for (const { a, b, areaM2 } of held) {
      expect(measuredCounties.codes[a]!.slice(0, 2)).toBe(measuredStates.codes[b]);
      expect(Math.abs(areaM2 / measuredCounties.areaM2[a]! - 1)).toBeLessThan(WHOLE);
    }
  });

  it("a state is the sum of its counties", () => {
    for (const [b, code] of measuredStates.codes.entries()) {
      const sumM2 = measuredCounties.codes.reduce(
        (sum, county, a) => sum + (county.startsWith(code) ? measuredCounties.areaM2[a]! : 0),
        0,
      );
      expect(Math.abs(sumM2 / measuredStates.areaM2[b]! - 1)).toBeLessThan(WHOLE);
    }
  });
});

describe("the countries of the world (world-atlas)", () => {
  const drawn = readPublished(require("world-atlas/countries-110m.json"), "countries");
  const ANTARCTICA = "010";
  const countries = drawn
    .filter(({ code }) => code !== ANTARCTICA)
    .map(({ code, boundary }) => ({ code, boundary: splitAtAntimeridian(boundary) as Boundary }));
  const plane = planeOf(countries);
  const world = prepareLayer(countries, plane);
  const of = (code: string) => countries.find((country) => country.code === code)!;

  it("Russia and Fiji alone are drawn over the antimeridian, and are cut there", () => {
    const changed = countries.filter(
      ({ code, boundary }) => drawn.find((one) => one.code === code)?.boundary !== boundary,
    );

    expect(changed.map(({ code }) => code).toSorted()).toEqual(["242", "643"]);
    for (const { boundary } of changed) {
      for (const [lon = 0] of (boundary.coordinates as number[][][][]).flat(2))
        expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    }
  });

  it("round a pole no cut helps: Antarctica stays as it is", () => {
    const antarctica = drawn.find(({ code }) => code === ANTARCTICA)!;

    expect(splitAtAntimeridian(antarctica.boundary)).toBe(antarctica.boundary);
  });

  it("go all round the Earth: they are measured as they are cut", () => {
    expect(plane.joinsAntimeridian).toBe(false);
  });

  it("have the same areas whether what was cut is joined again or not, to a billionth", () => {
    expect(planeOf([of("242")]).joinsAntimeridian).toBe(true);
    for (const [i, area] of countries.entries()) {
      const [own] = prepareLayer([area], planeOf([area])).areaM2;
      expect(Math.abs(own! / world.areaM2[i]! - 1), area.code).toBeLessThan(WHOLE);
    }
  });

  it("have the areas that d3-geo gives on a sphere, as far as a sphere and edges along great circles can", () => {
    // Fiji's 18,300 km2 and Russia's 17 million as this file draws them; the sphere is up to 0.7 % off.
    for (const code of ["242", "643", "840", "036"]) {
      const onSphere = sphericalKm2(drawn.find((one) => one.code === code)!.boundary);
      const km2 = world.areaM2[world.codes.indexOf(code)]! / 1e6;
      expect(Math.abs(km2 / onSphere - 1), code).toBeLessThan(0.02);
    }
  });

  it("Fiji's box runs over the antimeridian, as RFC 7946 has it", () => {
    const [west, , east] = boundaryBbox(of("242").boundary);

    expect(west).toBeGreaterThan(170);
    expect(east).toBeLessThan(-170);
  });
});

const EARTH_RADIUS_KM = 6_371.0072; // authalic sphere

/** Another method altogether: d3-geo's spherical excess. */
function sphericalKm2(boundary: Boundary): number {
  return geoArea(boundary) * EARTH_RADIUS_KM ** 2;
}

describe("what was cut at the antimeridian", () => {
  // A square of two degrees on the equator with the antimeridian through its middle, and one just west of it.
  const cut: Boundary = {
    type: "MultiPolygon",
    coordinates: [box(179, -1, 180, 1), box(-180, -1, -179, 1)].map(({ coordinates }) => coordinates as number[][][]),
  };
  const over = { code: "over", boundary: cut };
  const plane = planeOf([over]);
  const layer = prepareLayer([over], plane);

  it("is joined: a circle fits in it as wide as the whole", () => {
    const elsewhere = { code: "elsewhere", boundary: box(-1, -1, 1, 1) };
    const [joined, plain] = [layer, prepareLayer([elsewhere], planeOf([elsewhere]))];
    const [widthOfJoined, widthOfPlain] = [joined, plain].map((one) => overlapThicknessM(one, 0, one, 0));

    expect(joined.areaM2[0]).toBeCloseTo(plain.areaM2[0]!, 0);
    expect(Math.abs(widthOfJoined! / widthOfPlain! - 1)).toBeLessThan(0.01);
    expect(widthOfJoined).toBeGreaterThan(200_000);
  });

  it("holds the places on both sides and on the line itself", () => {
    for (const lon of [179.5, 180, -180, -179.5]) expect(locatePoint(layer, lon, 0)).toBe(0);
    for (const lon of [178.9, -178.9, 0]) expect(locatePoint(layer, lon, 0)).toBe(-1);
  });

  it("shares land with what lies on either side", () => {
    const sides = prepareLayer(
      [
        { code: "east", boundary: box(-180, -1, -178, 1) },
        { code: "west", boundary: box(178, -1, 180, 1) },
      ],
      plane,
    );

    const shares = overlayAreas(layer, sides).map(({ areaM2 }) => areaM2 / layer.areaM2[0]!);

    expect(shares).toHaveLength(2);
    for (const share of shares) expect(Math.abs(share - 0.5)).toBeLessThan(WHOLE);
  });
});
