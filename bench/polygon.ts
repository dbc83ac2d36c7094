import type { Boundary } from "../packages/overlap/src/boundary.js";
import { overlapThicknessM } from "../packages/overlap/src/inscribed-circle/thickness.js";
import { prepareLayer } from "../packages/overlap/src/layer/prepared-layer.js";
import { locatePointsInOrder, NO_AREA } from "../packages/overlap/src/location/locate-points.js";
import { pointIndex, pointsInLayer } from "../packages/overlap/src/location/point-index.js";
import { overlayPolygon } from "../packages/overlap/src/overlay/measure-polygon.js";
import { equalAreaProjection } from "../packages/overlap/src/projection/cylindrical-equal-area.js";
import { ENGLAND_BOX } from "../test/support/input-layers.js";
import { isMain, percentileMs, report, round, seededRandom, timing, timingText } from "./harness.js";
import { readInputs } from "./inputs.js";

const VERTICES = 1000;
const POLYGONS = 300;
const WARM_UPS = 100;

/**
 * Polygons of 1,000 vertices, as a client would draw them, against the lower tier of stp-2017 and the blocks' points, both
 * made ready once: areas, then people too, then the thickness of every overlap too.
 */
export function main(args: readonly string[]): void {
  const { second, points, population } = readInputs();
  const plane = equalAreaProjection(ENGLAND_BOX);
  const layer = prepareLayer(second, plane);
  const index = pointIndex(plane, points);
  const areaOfPoint = locatePointsInOrder(layer, index.path);
  const random = seededRandom(1);
  const areasMs: number[] = [];
  const peopleMs: number[] = [];
  const thicknessMs: number[] = [];
  for (let i = -WARM_UPS; i < POLYGONS; i++) {
    const boundary = star(random);
    const start = performance.now();
    const { polygon, pairs } = overlayPolygon(layer, boundary);
    const withAreas = performance.now();
    const people = new Map<number, number>();
    for (const point of pointsInLayer(index, polygon)) {
      const area = areaOfPoint[point] ?? NO_AREA;
      people.set(area, (people.get(area) ?? 0) + (population[point] ?? 0));
    }
    const withPeople = performance.now();
    for (const pair of pairs) overlapThicknessM(polygon, 0, layer, pair.b);
    if (i < 0) continue;
    areasMs.push(withAreas - start);
    peopleMs.push(withPeople - start);
    thicknessMs.push(performance.now() - start);
  }
  const [areas, people, thickness] = [timing(areasMs), timing(peopleMs), timing(thicknessMs)];
  const p95 = (timesMs: readonly number[]): number => round(percentileMs(timesMs, 0.95));
  report(
    args,
    {
      name: "polygon",
      median_ms: round(people.medianMs),
      p95_ms: p95(peopleMs),
      areas_median_ms: round(areas.medianMs),
      areas_p95_ms: p95(areasMs),
      with_thickness_median_ms: round(thickness.medianMs),
      with_thickness_p95_ms: p95(thicknessMs),
      vertices: VERTICES,
      polygons: POLYGONS,
    },
    [
      `${POLYGONS} seeded polygons of ${VERTICES} vertices x lower tier`,
      `areas: ${timingText(areas)}, p95 ${p95(areasMs)} ms`,
      `and people: ${timingText(people)}, p95 ${p95(peopleMs)} ms`,
      `and the thickness of every overlap: ${timingText(thickness)}, p95 ${p95(thicknessMs)} ms`,
    ],
  );
}

// A wobbly star somewhere in England, 10 to 60 km across.
function star(random: () => number): Boundary {
  const lon = -2.5 + 2.5 * random();
  const lat = 51 + 3.5 * random();
  const radius = 0.05 + 0.25 * random();
  const ring = Array.from({ length: VERTICES - 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / (VERTICES - 1);
    const r = radius * (0.7 + 0.2 * Math.sin(9 * angle) + 0.02 * random());
    return [lon + 1.6 * r * Math.cos(angle), lat + r * Math.sin(angle)];
  });
  return { type: "Polygon", coordinates: [[...ring, ring[0] ?? [lon, lat]]] };
}

if (isMain(import.meta.url)) main(process.argv.slice(2));
