import { feature } from "topojson-client";
import { expect, test } from "vitest";
import { planeFor } from "../../src/geometry/equal-area-plane.js";
import type { Boundary } from "../../src/model/boundary.js";
import type { AreaCollection } from "../../src/model/topology.js";
import { allAreas, onlyArea } from "../../src/overlap/area-set.js";
import { type MeasuredLayer, measuredLayer } from "../../src/overlap/measured-layer.js";
import { areaBox } from "../../src/overlap/plane-box.js";
import { regionSide } from "../../src/overlap/region-side.js";
import { drawnCountry } from "../support/drawn-country.js";

const plane = planeFor([-5, 50, 1, 55]);

function countryLayer(side: number): MeasuredLayer {
  const topology = drawnCountry({ side, footprintSide: 1, between: 6 });
  const { geometries } = topology.objects.authorities as AreaCollection;
  const areas = geometries.map((geometry) => ({
    code: String(geometry.id),
    boundary: (feature(topology, geometry) as { geometry: Boundary }).geometry,
  }));
  return measuredLayer(areas, plane);
}

/** How often it is asked whose side a border is on, for the outline of the area in the middle of a country. */
function questionsFor(side: number): number {
  const layer = countryLayer(side);
  const middle = (side * side + side) >> 1;
  const set = onlyArea(layer, middle);
  let count = 0;
  const counting = {
    ...set,
    has: (area: number) => {
      count += 1;
      return set.has(area);
    },
  };
  const { edges, holdsMiddle } = regionSide(layer, counting, areaBox(layer, middle));

  expect({ edgeCount: edges.length / 4, holdsMiddle }).toEqual({ edgeCount: 28, holdsMiddle: true });
  return count;
}

test("an area's outline takes as much work among 3,600 areas as among 100", () => {
  expect(questionsFor(60)).toBeLessThan(1.5 * questionsFor(10));
});

test("the outline of all areas is the outer border, and holds its middle", () => {
  const layer = countryLayer(6);
  const [west = 0, south = 0, east = 0, north = 0] = layer.box;

  const { edges, holdsMiddle } = regionSide(layer, allAreas(layer), { west, south, east, north });

  expect(edges.length / 4).toBe(4 * 6 * 7);
  expect(holdsMiddle).toBe(true);
});

test("a box outside an area does not have its middle in it", () => {
  const layer = countryLayer(6);

  const { holdsMiddle } = regionSide(layer, onlyArea(layer, 0), areaBox(layer, 35));

  expect(holdsMiddle).toBe(false);
});
