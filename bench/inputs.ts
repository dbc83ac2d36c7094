import { readFileSync } from "node:fs";
import { prepareLayer } from "../packages/overlap/src/layer/prepared-layer.js";
import { locatePointsInOrder, visitOrder } from "../packages/overlap/src/location/locate-points.js";
import { overlayAreas } from "../packages/overlap/src/overlay/overlay-areas.js";
import type { OverlayInput, ParallelOverlay } from "../packages/overlap/src/parallel/parallel-overlay.js";
import { equalAreaProjection } from "../packages/overlap/src/projection/cylindrical-equal-area.js";
import { ENGLAND_BOX } from "../test/support/input-layers.js";
import { readShippedLayer } from "../test/support/shipped-layers.js";

/** Footprints and lower tier of stp-2017 at full detail, and the blocks with their people. */
export interface Inputs extends Omit<OverlayInput, "projection"> {
  readonly population: Int32Array;
}

export function readInputs(): Inputs {
  const text = readFileSync(new URL("../geodata/stp-2017/blocks.csv", import.meta.url), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(1).map(Number));
  return {
    first: readShippedLayer("stp-2017", "footprints"),
    second: readShippedLayer("stp-2017", "lower_tier"),
    points: Float64Array.from(rows.flatMap(([lon = 0, lat = 0]) => [lon, lat])),
    population: Int32Array.from(rows.map(([, , people = 0]) => people)),
  };
}

type Layers = Omit<OverlayInput, "projection">;

/** From decoded geometry to all areas and people, on this thread alone; the number of pairs. */
export function overlapOnOneThread({ first, second, points }: Layers, population: Int32Array): number {
  const plane = equalAreaProjection(ENGLAND_BOX);
  const a = prepareLayer(first, plane);
  const b = prepareLayer(second, plane);
  const pairs = overlayAreas(a, b);
  const path = visitOrder(plane, points);
  peopleByPair(locatePointsInOrder(a, path), locatePointsInOrder(b, path), population, second.length);
  return pairs.length;
}

/** The same on two threads. */
export async function overlapOnTwoThreads(
  threads: ParallelOverlay,
  layers: Layers,
  population: Int32Array,
): Promise<number> {
  const both = await threads.overlay({ ...layers, projection: equalAreaProjection(ENGLAND_BOX) });
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
