import { readFileSync } from "node:fs";
import { bbox, feature, featureCollection, intersect } from "@turf/turf";
import { planeFor } from "../src/geometry/equal-area-plane.js";
import type { LonLatBox } from "../src/model/boundary.js";
import { areasOnPath, pointPath } from "../src/overlap/areas-at-points.js";
import { layerOverlaps } from "../src/overlap/layer-overlaps.js";
import type { LayerArea } from "../src/overlap/layer-rings.js";
import { measuredLayer } from "../src/overlap/measured-layer.js";
import { shippedLayer } from "../test/overlap/shipped-layers.js";
import { isMain, report, round, seeded, timed, type timing, timingText } from "./harness.js";
import { hasPostGis, loadLayer, startPostGis, timedIntersections } from "./postgis.js";

const ENGLAND_BOX: LonLatBox = [-6.5, 49.8, 1.8, 55.9];
const TURF_SAMPLE = 24;
const POSTGIS_RUNS = 3;

/** Footprints x lower tier of stp-2017 at full detail, against PostGIS and Turf on the same machine in the same run. */
export async function main(args: readonly string[]): Promise<void> {
  const footprints = shippedLayer("stp-2017", "footprints");
  const councils = shippedLayer("stp-2017", "lower_tier");
  const { points, people } = blocks();

  let pairCount = 0;
  const kernel = timed(() => {
    const plane = planeFor(ENGLAND_BOX);
    const a = measuredLayer(footprints, plane);
    const b = measuredLayer(councils, plane);
    pairCount = layerOverlaps(a, b).length;
    const peopleByPair = new Map<number, number>();
    const path = pointPath(plane, points);
    const inA = areasOnPath(a, path);
    const inB = areasOnPath(b, path);
    inA.forEach((area, i) => {
      const key = area * councils.length + (inB[i] ?? 0);
      peopleByPair.set(key, (peopleByPair.get(key) ?? 0) + (people[i] ?? 0));
    });
    return peopleByPair;
  });

  const candidates = pairsOfBoxes(footprints, councils);
  const turfMs = timedTurf(candidates);
  const turfTotalMs = turfMs.meanMs * candidates.length;
  const postgis = await timedPostGis(footprints, councils);

  report(
    args,
    {
      name: "overlap",
      median_ms: round(kernel.medianMs),
      least_ms: round(kernel.leastMs),
      most_ms: round(kernel.mostMs),
      threads: 1,
      pairs: pairCount,
      candidate_pairs: candidates.length,
      postgis_median_ms: postgis === null ? null : round(postgis.medianMs),
      ratio_to_postgis: postgis === null ? null : round(postgis.medianMs / kernel.medianMs),
      turf_extrapolated_ms: round(turfTotalMs),
      turf_sampled_pairs: TURF_SAMPLE,
      ratio_to_turf: round(turfTotalMs / kernel.medianMs),
    },
    [
      `footprints x lower tier, 44 x 326, ${pairCount} pairs, 32,844 points, one thread: ${timingText(kernel)}`,
      postgis === null
        ? "PostGIS: not installed (apt-get install postgresql-15-postgis-3)"
        : `PostGIS, two workers: ${timingText(postgis)}, ${round(postgis.medianMs / kernel.medianMs)} times as long`,
      `Turf's intersect: ${round(turfTotalMs / 1000)} s for ${candidates.length} candidate pairs, extrapolated from ` +
        `${TURF_SAMPLE} seeded ones, ${round(turfTotalMs / kernel.medianMs)} times as long`,
    ],
  );
}

function blocks(): { readonly points: Float64Array; readonly people: readonly number[] } {
  const text = readFileSync(new URL("../geodata/stp-2017/blocks.csv", import.meta.url), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(1).map(Number));
  return {
    points: Float64Array.from(rows.flatMap(([lon = 0, lat = 0]) => [lon, lat])),
    people: rows.map(([, , population = 0]) => population),
  };
}

type AreaPair = readonly [LayerArea, LayerArea];

function pairsOfBoxes(as: readonly LayerArea[], bs: readonly LayerArea[]): readonly AreaPair[] {
  const boxesB = bs.map((b) => bbox(b.boundary));
  return as.flatMap((a) => {
    const [west, south, east, north] = bbox(a.boundary);
    return bs.flatMap((b, j): AreaPair[] => {
      const [bWest = 0, bSouth = 0, bEast = 0, bNorth = 0] = boxesB[j] ?? [];
      return west <= bEast && bWest <= east && south <= bNorth && bSouth <= north ? [[a, b]] : [];
    });
  });
}

function timedTurf(candidates: readonly AreaPair[]): { readonly meanMs: number } {
  const random = seeded(2017);
  const timesMs = Array.from({ length: TURF_SAMPLE }, () => {
    const [a, b] = candidates[Math.floor(random() * candidates.length)] as AreaPair;
    const start = performance.now();
    intersect(featureCollection([feature(a.boundary), feature(b.boundary)]));
    return performance.now() - start;
  });
  return { meanMs: timesMs.reduce((sum, ms) => sum + ms, 0) / TURF_SAMPLE };
}

async function timedPostGis(
  footprints: readonly LayerArea[],
  councils: readonly LayerArea[],
): Promise<ReturnType<typeof timing> | null> {
  if (!hasPostGis()) return null;
  const postgis = startPostGis();
  try {
    await loadLayer(postgis, "footprint", footprints);
    await loadLayer(postgis, "council", councils);
    return await timedIntersections(postgis, "footprint", "council", POSTGIS_RUNS);
  } finally {
    postgis.stop();
  }
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
