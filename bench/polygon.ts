import { planeFor } from "../src/geometry/equal-area-plane.js";
import type { Boundary } from "../src/model/boundary.js";
import { measuredLayer } from "../src/overlap/measured-layer.js";
import { polygonOverlaps } from "../src/overlap/polygon-overlaps.js";
import { overlapThicknessM } from "../src/overlap/thickness.js";
import { shippedLayer } from "../test/overlap/shipped-layers.js";
import { isMain, percentileMs, report, round, seeded, timing, timingText } from "./harness.js";

const VERTICES = 1000;
const POLYGONS = 300;
const WARM_UPS = 30;

/** Polygons of 1,000 vertices, as a client would draw them, against the lower tier of stp-2017 made ready once. */
export function main(args: readonly string[]): void {
  const layer = measuredLayer(shippedLayer("stp-2017", "lower_tier"), planeFor([-6.5, 49.8, 1.8, 55.9]));
  const random = seeded(1);
  const areasMs: number[] = [];
  const thicknessMs: number[] = [];
  for (let i = -WARM_UPS; i < POLYGONS; i++) {
    const boundary = star(random);
    const start = performance.now();
    const { polygon, pairs } = polygonOverlaps(layer, boundary);
    const middle = performance.now();
    for (const pair of pairs) overlapThicknessM(polygon, 0, layer, pair.b);
    if (i < 0) continue;
    areasMs.push(middle - start);
    thicknessMs.push(performance.now() - start);
  }
  const areas = timing(areasMs);
  report(
    args,
    {
      name: "polygon",
      median_ms: round(areas.medianMs),
      p95_ms: round(percentileMs(areasMs, 0.95)),
      with_thickness_median_ms: round(timing(thicknessMs).medianMs),
      with_thickness_p95_ms: round(percentileMs(thicknessMs, 0.95)),
      vertices: VERTICES,
      polygons: POLYGONS,
    },
    [
      `${POLYGONS} seeded polygons of ${VERTICES} vertices x lower tier, areas: ${timingText(areas)}, ` +
        `p95 ${round(percentileMs(areasMs, 0.95))} ms`,
      `the same with the thickness of every overlap: ${timingText(timing(thicknessMs))}, ` +
        `p95 ${round(percentileMs(thicknessMs, 0.95))} ms`,
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
