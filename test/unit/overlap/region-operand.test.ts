import { feature } from "topojson-client";
import { expect, test } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import {
  areaBox,
  regionOperand,
  selectAllAreas,
  selectArea,
} from "../../../packages/overlap/src/inscribed-circle/region-operand.js";
import { type PreparedLayer, prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { equalAreaProjection } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import type { AreaCollection } from "../../../src/model/topology.js";
import { syntheticCountry } from "../../support/synthetic-country.js";

const plane = equalAreaProjection([-5, 50, 1, 55]);

function countryLayer(side: number): PreparedLayer {
  const topology = syntheticCountry({ side, footprintSide: 1, between: 6 });
  const { geometries } = topology.objects.authorities as AreaCollection;
  const areas = geometries.map((geometry) => ({
    code: String(geometry.id),
    boundary: (feature(topology, geometry) as { geometry: Boundary }).geometry,
  }));
  return prepareLayer(areas, plane);
}

/** How often it is asked whose side a border is on, for the outline of the area in the middle of a country. */
function questionsFor(side: number): number {
  const layer = countryLayer(side);
  const middle = (side * side + side) >> 1;
  const set = selectArea(layer, middle);
  let count = 0;
  const counting = {
    ...set,
    has: (area: number) => {
      count += 1;
      return set.has(area);
    },
  };
  const { edges, containsCentre } = regionOperand(layer, counting, areaBox(layer, middle));

  expect({ edgeCount: edges.length / 4, holdsMiddle: containsCentre }).toEqual({ edgeCount: 28, holdsMiddle: true });
  return count;
}

test("an area's outline takes as much work among 3,600 areas as among 100", () => {
  expect(questionsFor(60)).toBeLessThan(1.5 * questionsFor(10));
});

test("the outline of all areas is the outer border, and holds its middle", () => {
  const layer = countryLayer(6);
  const [west = 0, south = 0, east = 0, north = 0] = layer.box;

  const { edges, containsCentre } = regionOperand(layer, selectAllAreas(layer), { west, south, east, north });

  expect(edges.length / 4).toBe(4 * 6 * 7);
  expect(containsCentre).toBe(true);
});

test("a box outside an area does not have its middle in it", () => {
  const layer = countryLayer(6);

  const { containsCentre } = regionOperand(layer, selectArea(layer, 0), areaBox(layer, 35));

  expect(containsCentre).toBe(false);
});
