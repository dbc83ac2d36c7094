import type { LayerArea } from "../packages/overlap/src/layer/layer-coordinates.js";
import { prepareLayer } from "../packages/overlap/src/layer/prepared-layer.js";
import { overlayAreas } from "../packages/overlap/src/overlay/overlay-areas.js";
import { equalAreaProjection } from "../packages/overlap/src/projection/cylindrical-equal-area.js";
import { HAS_INPUT_FILES, NEEDS_INPUT_FILES } from "../test/support/input-files.js";
import { blockLayer, ENGLAND_BOX, readInputBlocks } from "../test/support/input-layers.js";
import { readShippedLayer } from "../test/support/shipped-layers.js";
import { isMain, report, round, type Timing, timing, timingText } from "./harness.js";

const WARM_UPS = 2;
const ROUNDS = 9;

/** A layer to overlay with the lower tier. */
interface Step {
  readonly name: string;
  readonly areas: readonly LayerArea[];
}

interface Run {
  readonly edges: number;
  readonly pairs: number;
  readonly ms: number;
}

/**
 * Blocks x lower tier, and how the time grows from 44 over 207 and 326 to 32,844 areas. The four take turns, so that
 * whatever else the machine does hits all.
 */
export function main(args: readonly string[]): void {
  if (!HAS_INPUT_FILES) {
    console.error(`blocks: ${NEEDS_INPUT_FILES}`);
    process.exitCode = 1;
    return;
  }
  const councils = readShippedLayer("stp-2017", "lower_tier");
  const steps: readonly Step[] = [
    { name: "footprints", areas: readShippedLayer("stp-2017", "footprints") },
    { name: "members", areas: readShippedLayer("stp-2017", "members") },
    { name: "lower tier", areas: councils },
    { name: "blocks", areas: blockLayer(readInputBlocks(2017)) },
  ];
  const rounds = Array.from({ length: WARM_UPS + ROUNDS }, () => steps.map(({ areas }) => measureRun(areas, councils)));
  const results = steps.map(({ name, areas }, i) => {
    const runs = rounds.slice(WARM_UPS).flatMap((round) => round[i] ?? []);
    const [{ edges, pairs } = { edges: 0, pairs: 0 }] = runs;
    return { name, areas: areas.length, edges, pairs, time: timing(runs.map(({ ms }) => ms)) };
  });
  const growth = growthExponent(results, ({ medianMs }) => medianMs);
  const minGrowth = growthExponent(results, ({ minMs: leastMs }) => leastMs);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  report(
    args,
    {
      name: "blocks",
      median_ms: round(results.at(-1)?.time.medianMs ?? Number.NaN),
      peak_mb: peakMb,
      growth_exponent: round(growth),
      growth_exponent_of_least: round(minGrowth),
      steps: results.map(({ time, ...facts }) => ({
        ...facts,
        median_ms: round(time.medianMs),
        least_ms: round(time.minMs),
        most_ms: round(time.maxMs),
      })),
    },
    [
      ...results.map(
        ({ name, areas, edges, pairs, time }) =>
          `${name} (${areas}) x lower tier (326), ${edges} edges, ${pairs} pairs: ${timingText(time)}`,
      ),
      `time grows as the number of edges to the power of ${round(growth)} (medians), ${round(minGrowth)} (least times)`,
      `peak memory ${peakMb} MB, inputs and all`,
    ],
  );
}

// Both layers made ready and measured, as if nothing had been done before.
function measureRun(areas: readonly LayerArea[], councils: readonly LayerArea[]): Run {
  const start = performance.now();
  const plane = equalAreaProjection(ENGLAND_BOX);
  const a = prepareLayer(areas, plane);
  const b = prepareLayer(councils, plane);
  const pairs = overlayAreas(a, b).length;
  const ms = performance.now() - start;
  const edges = [a, b].reduce((sum, { arcs }) => sum + arcs.integral.length - arcs.count, 0);
  return { edges, pairs, ms };
}

// The slope of the line through the logarithms that errs least.
function growthExponent(
  results: readonly { readonly edges: number; readonly time: Timing }[],
  msOf: (time: Timing) => number,
): number {
  const points = results.map(({ edges, time }) => ({ x: Math.log(edges), y: Math.log(msOf(time)) }));
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const across = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return across / points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}

if (isMain(import.meta.url)) main(process.argv.slice(2));
