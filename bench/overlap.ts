import { prepareLayer } from "../packages/overlap/src/layer/prepared-layer.js";
import { overlayAreas } from "../packages/overlap/src/overlay/overlay-areas.js";
import { startParallelOverlay } from "../packages/overlap/src/parallel/parallel-overlay.js";
import { equalAreaProjection } from "../packages/overlap/src/projection/cylindrical-equal-area.js";
import { ENGLAND_BOX } from "../test/support/input-layers.js";
import { clipper2, geos } from "./geometry-libraries.js";
import { isMain, report, round, type Timing, timing, timingText } from "./harness.js";
import { type Inputs, overlapOnOneThread, overlapOnTwoThreads, readInputs } from "./inputs.js";
import { countLaunchedWorkers, hasPostGis, intersectionMs, loadLayer, type PostGis, startPostGis } from "./postgis.js";
import { type CandidatePair, candidatePairs, type Stratum, strata, turfMs } from "./sample-pairs.js";

const WARM_UPS = 8;
const ROUNDS = 9;
const OWN_RUNS_PER_ROUND = 3;

/**
 * Footprints x lower tier of stp-2017 at full detail, on one thread and on two: from decoded GeoJSON to the area and people
 * of every pair, and from prepared layers to the areas alone. Beside them, on the same candidate pairs: Clipper2 and GEOS in
 * memory, from geometries decoded and projected beforehand; PostGIS, from indexed tables; Turf, from GeoJSON. All are run in
 * every round, so that other load on the machine affects all alike.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { population, ...layers } = readInputs();
  const candidates = candidatePairs(layers.first, layers.second);
  const groups = strata(candidates);
  const projection = equalAreaProjection(ENGLAND_BOX);
  const a = prepareLayer(layers.first, projection);
  const b = prepareLayer(layers.second, projection);
  const [clipper, geosLibrary] = await Promise.all([clipper2(candidates, projection), geos(candidates, projection)]);
  const threads = startParallelOverlay();
  const postgis = hasPostGis() ? startPostGis() : null;
  const preparedMs: number[] = [];
  const oneMs: number[] = [];
  const twoMs: number[] = [];
  const postgisMs: number[] = [];
  const clipperMs: number[] = [];
  const geosMs: number[] = [];
  const turfMsByPair = new Map<CandidatePair, number>();
  let pairCount = 0;
  let workers = 0;
  try {
    if (postgis !== null) workers = await loadPostGis(postgis, layers);
    clipper.totalM2();
    geosLibrary.totalM2();
    for (let i = 0; i < WARM_UPS; i++) {
      pairCount = overlapOnOneThread(layers, population);
      await overlapOnTwoThreads(threads, layers, population);
    }
    const sample = groups.flatMap((group) => group.sample);
    for (let i = 0; i < ROUNDS; i++) {
      for (let run = 0; run < OWN_RUNS_PER_ROUND; run++) {
        preparedMs.push(await measureMs(() => overlayAreas(a, b)));
        oneMs.push(await measureMs(() => overlapOnOneThread(layers, population)));
        twoMs.push(await measureMs(() => overlapOnTwoThreads(threads, layers, population)));
      }
      clipperMs.push(await measureMs(() => clipper.totalM2()));
      geosMs.push(await measureMs(() => geosLibrary.totalM2()));
      if (postgis !== null) postgisMs.push(await intersectionMs(postgis, "footprint", "council"));
      for (const pair of sample.filter((_, place) => place % ROUNDS === i)) turfMsByPair.set(pair, turfMs(pair));
    }
  } finally {
    postgis?.stop();
    await threads.close();
  }
  reportResults(
    args,
    {
      prepared: timing(preparedMs),
      one: timing(oneMs),
      two: timing(twoMs),
      clipper: timing(clipperMs),
      geos: timing(geosMs),
      postgis: postgis === null ? null : timing(postgisMs),
    },
    {
      pairCount,
      workers,
      turfTotalMs: estimateTotalMs(groups, turfMsByPair),
      turfSample: turfMsByPair.size,
      candidates: candidates.length,
    },
  );
}

async function measureMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

// Loads both layers and runs the query once, untimed.
async function loadPostGis(postgis: PostGis, { first, second }: Pick<Inputs, "first" | "second">): Promise<number> {
  await loadLayer(postgis, "footprint", first);
  await loadLayer(postgis, "council", second);
  return countLaunchedWorkers(postgis, "footprint", "council");
}

function estimateTotalMs(groups: readonly Stratum[], msByPair: ReadonlyMap<CandidatePair, number>): number {
  return groups.reduce((total, { pairCount, sample }) => {
    const sampleMs = sample.reduce((sum, pair) => sum + (msByPair.get(pair) ?? Number.NaN), 0);
    return total + (sampleMs / sample.length) * pairCount;
  }, 0);
}

interface Timings {
  /** One thread, from prepared layers to areas. */
  readonly prepared: Timing;
  readonly one: Timing;
  readonly two: Timing;
  readonly clipper: Timing;
  readonly geos: Timing;
  readonly postgis: Timing | null;
}

interface Facts {
  readonly pairCount: number;
  readonly workers: number;
  readonly turfTotalMs: number;
  readonly turfSample: number;
  readonly candidates: number;
}

function reportResults(args: readonly string[], timings: Timings, facts: Facts): void {
  const { prepared, one, two, clipper, geos, postgis } = timings;
  const ratio = (peerMs: number | undefined, own: Timing) =>
    peerMs === undefined ? null : round(peerMs / own.medianMs);
  const peerText = (name: string, time: Timing) =>
    `${name}, one thread, ${facts.candidates} pairs: ${timingText(time)}, ${ratio(time.medianMs, prepared)} times ` +
    `prepared layers, ${ratio(time.medianMs, one)} times one thread from GeoJSON`;
  report(
    args,
    {
      name: "overlap",
      median_ms: round(two.medianMs),
      least_ms: round(two.minMs),
      most_ms: round(two.maxMs),
      threads: 2,
      ratio_to_postgis: ratio(postgis?.medianMs, two),
      ratio_to_turf: ratio(facts.turfTotalMs, two),
      one_thread_median_ms: round(one.medianMs),
      one_thread_least_ms: round(one.minMs),
      one_thread_most_ms: round(one.maxMs),
      one_thread_ratio_to_postgis: ratio(postgis?.medianMs, one),
      one_thread_ratio_to_turf: ratio(facts.turfTotalMs, one),
      prepared_median_ms: round(prepared.medianMs),
      prepared_least_ms: round(prepared.minMs),
      prepared_most_ms: round(prepared.maxMs),
      prepared_ratio_to_clipper2: ratio(clipper.medianMs, prepared),
      prepared_ratio_to_geos: ratio(geos.medianMs, prepared),
      one_thread_ratio_to_clipper2: ratio(clipper.medianMs, one),
      one_thread_ratio_to_geos: ratio(geos.medianMs, one),
      clipper2_median_ms: round(clipper.medianMs),
      geos_median_ms: round(geos.medianMs),
      pairs: facts.pairCount,
      candidate_pairs: facts.candidates,
      postgis_median_ms: postgis === null ? null : round(postgis.medianMs),
      postgis_least_ms: postgis === null ? null : round(postgis.minMs),
      postgis_most_ms: postgis === null ? null : round(postgis.maxMs),
      postgis_workers: facts.workers,
      turf_extrapolated_ms: round(facts.turfTotalMs),
      turf_sampled_pairs: facts.turfSample,
    },
    [
      `footprints x lower tier, 44 x 326, ${facts.pairCount} pairs, 32,844 points; interleaved in ${ROUNDS} rounds`,
      `one thread, prepared layers to areas: ${timingText(prepared)}`,
      `one thread, GeoJSON to areas and people: ${timingText(one)}`,
      `two threads, the same: ${timingText(two)}`,
      peerText("Clipper2 (wasm)", clipper),
      peerText("GEOS (wasm)", geos),
      postgis === null
        ? "PostGIS: not installed (apt-get install postgresql-15-postgis-3)"
        : `PostGIS, plan forced to ${facts.workers} workers: ${timingText(postgis)}, ` +
          `${ratio(postgis.medianMs, one)} times one thread, ${ratio(postgis.medianMs, two)} times two`,
      `Turf's intersect: ${round(facts.turfTotalMs / 1000)} s for ${facts.candidates} candidate pairs, extrapolated ` +
        `from ${facts.turfSample} seeded ones in 12 groups by number of vertices, ` +
        `${ratio(facts.turfTotalMs, one)} times one thread, ${ratio(facts.turfTotalMs, two)} times two`,
    ],
  );
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
