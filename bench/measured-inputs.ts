import { readFileSync } from "node:fs";
import { planeFor } from "../src/geometry/equal-area-plane.js";
import { areasOnPath, pointPath } from "../src/overlap/areas-at-points.js";
import { layerOverlaps } from "../src/overlap/layer-overlaps.js";
import { measuredLayer } from "../src/overlap/measured-layer.js";
import type { TwoLayers, TwoThreads } from "../src/workers/two-threads.js";
import { ENGLAND_BOX } from "../test/overlap/input-layers.js";
import { shippedLayer } from "../test/overlap/shipped-layers.js";

/** Footprints and lower tier of stp-2017 at full detail, and the blocks with their people. */
export interface Inputs extends Omit<TwoLayers, "plane"> {
  readonly population: Int32Array;
}

/** Reads them. */
export function inputs(): Inputs {
  const text = readFileSync(new URL("../geodata/stp-2017/blocks.csv", import.meta.url), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(1).map(Number));
  return {
    first: shippedLayer("stp-2017", "footprints"),
    second: shippedLayer("stp-2017", "lower_tier"),
    points: Float64Array.from(rows.flatMap(([lon = 0, lat = 0]) => [lon, lat])),
    population: Int32Array.from(rows.map(([, , people = 0]) => people)),
  };
}

type Layers = Omit<TwoLayers, "plane">;

/** From decoded geometry to all areas and people, on this thread alone; the number of pairs. */
export function oneThread({ first, second, points }: Layers, population: Int32Array): number {
  const plane = planeFor(ENGLAND_BOX);
  const a = measuredLayer(first, plane);
  const b = measuredLayer(second, plane);
  const pairs = layerOverlaps(a, b);
  const path = pointPath(plane, points);
  peopleByPair(areasOnPath(a, path), areasOnPath(b, path), population, second.length);
  return pairs.length;
}

/** The same on two threads. */
export async function twoThreads(threads: TwoThreads, layers: Layers, population: Int32Array): Promise<number> {
  const both = await threads.measured({ ...layers, plane: planeFor(ENGLAND_BOX) });
  peopleByPair(both.firstAtPoints, both.secondAtPoints, population, layers.second.length);
  return both.pairs.length;
}

function peopleByPair(
  inA: Int32Array,
  inB: Int32Array,
  population: Int32Array,
  bCount: number,
): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  inA.forEach((area, point) => {
    const key = area * bCount + (inB[point] ?? 0);
    people.set(key, (people.get(key) ?? 0) + (population[point] ?? 0));
  });
  return people;
}
