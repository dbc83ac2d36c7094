import { planeFor } from "../src/geometry/equal-area-plane.js";
import { layerOverlaps } from "../src/overlap/layer-overlaps.js";
import type { LayerArea } from "../src/overlap/layer-rings.js";
import { measuredLayer } from "../src/overlap/measured-layer.js";
import { blockLayer, HAS_INPUT_FILES, INPUT_FILES_REASON, inputBlocks } from "../test/overlap/input-layers.js";
import { shippedLayer } from "../test/overlap/shipped-layers.js";
import { isMain, report, round, type Timing, timed, timingText } from "./harness.js";

interface Step {
  readonly name: string;
  readonly areas: number;
  readonly edges: number;
  readonly pairs: number;
  readonly time: Timing;
}

/** Blocks x lower tier, and how the time grows from 44 over 207 and 326 to 32,844 areas. */
export function main(args: readonly string[]): void {
  if (!HAS_INPUT_FILES) {
    console.error(`blocks: ${INPUT_FILES_REASON}`);
    process.exitCode = 1;
    return;
  }
  const councils = shippedLayer("stp-2017", "lower_tier");
  const steps = [
    measuredStep("footprints", shippedLayer("stp-2017", "footprints"), councils),
    measuredStep("members", shippedLayer("stp-2017", "members"), councils),
    measuredStep("lower tier", councils, councils),
    measuredStep("blocks", blockLayer(inputBlocks(2017)), councils),
  ];
  const growth = slope(steps.map(({ edges, time }) => [Math.log(edges), Math.log(time.medianMs)]));
  const last = steps.at(-1);
  report(
    args,
    {
      name: "blocks",
      median_ms: round(last?.time.medianMs ?? Number.NaN),
      peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
      growth_exponent: round(growth),
      steps: steps.map(({ name, areas, edges, pairs, time }) => ({
        name,
        areas,
        edges,
        pairs,
        median_ms: round(time.medianMs),
      })),
    },
    [
      ...steps.map(
        ({ name, areas, edges, pairs, time }) =>
          `${name} (${areas}) x lower tier (326), ${edges} edges, ${pairs} pairs: ${timingText(time)}`,
      ),
      `time grows as the number of edges to the power of ${round(growth)}`,
      `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, inputs and all`,
    ],
  );
}

// Both layers made ready and measured, as if nothing had been done before.
function measuredStep(name: string, areas: readonly LayerArea[], councils: readonly LayerArea[]): Step {
  let edges = 0;
  let pairs = 0;
  const time = timed(
    () => {
      const plane = planeFor([-6.5, 49.8, 1.8, 55.9]);
      const a = measuredLayer(areas, plane);
      const b = measuredLayer(councils, plane);
      edges = [a, b].reduce((sum, { chains }) => sum + chains.integral.length - chains.count, 0);
      pairs = layerOverlaps(a, b).length;
    },
    { warmUps: 2, runs: 5 },
  );
  return { name, areas: areas.length, edges, pairs, time };
}

// The slope of the line through points that errs least.
function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const across = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return across / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

if (isMain(import.meta.url)) main(process.argv.slice(2));
