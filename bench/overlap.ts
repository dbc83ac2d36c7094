import { startParallelOverlay } from "../packages/overlap/src/parallel/parallel-overlay.js";
import { isMain, report, round, type Timing, timing, timingText } from "./harness.js";
import { type Inputs, overlapOnOneThread, overlapOnTwoThreads, readInputs } from "./inputs.js";
import { countLaunchedWorkers, hasPostGis, intersectionMs, loadLayer, type PostGis, startPostGis } from "./postgis.js";
import { type CandidatePair, candidatePairs, type Stratum, strata, turfMs } from "./sample-pairs.js";

const WARM_UPS = 8;
const ROUNDS = 9;
const OWN_RUNS_PER_ROUND = 3;

/**
 * Footprints x lower tier of stp-2017 at full detail, from decoded GeoJSON in memory to the area and people of every
 * pair, beside PostGIS and Turf. Rounds alternate between them, so that other work on the machine affects all.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { population, ...layers } = readInputs();
  const candidates = candidatePairs(layers.first, layers.second);
  const groups = strata(candidates);
  const threads = startParallelOverlay();
  const postgis = hasPostGis() ? startPostGis() : null;
  const oneMs: number[] = [];
  const twoMs: number[] = [];
  const postgisMs: number[] = [];
  const turfMsByPair = new Map<CandidatePair, number>();
  let pairCount = 0;
  let workers = 0;
  try {
    if (postgis !== null) workers = await loadPostGis(postgis, layers);
    for (let i = 0; i < WARM_UPS; i++) {
      pairCount = overlapOnOneThread(layers, population);
      await overlapOnTwoThreads(threads, layers, population);
    }
    const sample = groups.flatMap((group) => group.sample);
    for (let i = 0; i < ROUNDS; i++) {
      for (let run = 0; run < OWN_RUNS_PER_ROUND; run++) {
        oneMs.push(await measureMs(() => overlapOnOneThread(layers, population)));
        twoMs.push(await measureMs(() => overlapOnTwoThreads(threads, layers, population)));
      }
      if (postgis !== null) postgisMs.push(await intersectionMs(postgis, "footprint", "council"));
      for (const pair of sample.filter((_, place) => place % ROUNDS === i)) turfMsByPair.set(pair, turfMs(pair));
    }
  } finally {
    postgis?.stop();
    await threads.close();
  }
  const turfTotalMs = estimateTotalMs(groups, turfMsByPair);
  reportResults(
    args,
    { one: timing(oneMs), two: timing(twoMs), postgis: postgis === null ? null : timing(postgisMs) },
    {
      pairCount,
      workers,
      turfTotalMs,
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
  readonly one: Timing;
  readonly two: Timing;
  readonly postgis: Timing | null;
}

interface Facts {
  readonly pairCount: number;
  readonly workers: number;
  readonly turfTotalMs: number;
  readonly turfSample: number;
  readonly candidates: number;
}

function reportResults(args: readonly string[], { one, two, postgis }: Timings, facts: Facts): void {
  const ratio = (peerMs: number | undefined, own: Timing) =>
    peerMs === undefined ? null : round(peerMs / own.medianMs);
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
      `footprints x lower tier, 44 x 326, ${facts.pairCount} pairs, 32,844 points; all took turns in ${ROUNDS} rounds`,
      `one thread: ${timingText(one)}`,
      `two threads: ${timingText(two)}`,
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
