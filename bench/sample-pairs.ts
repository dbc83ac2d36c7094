import { bbox, feature, featureCollection, intersect } from "@turf/turf";
import { polygonsOf } from "../packages/overlap/src/boundary.js";
import type { LayerArea } from "../packages/overlap/src/layer/layer-coordinates.js";
import { seededRandom } from "./harness.js";

/** Two areas whose bboxes intersect. */
export interface CandidatePair {
  readonly a: LayerArea;
  readonly b: LayerArea;
  readonly vertices: number;
}

const STRATA = 12;
const PAIRS_PER_STRATUM = 4;

/** A sample of a stratum of pairs. */
export interface Stratum {
  readonly pairCount: number;
  readonly sample: readonly CandidatePair[];
}

/** All pairs of areas whose bboxes intersect: the candidates of any method. */
export function candidatePairs(as: readonly LayerArea[], bs: readonly LayerArea[]): readonly CandidatePair[] {
  const withVertexCounts = (areas: readonly LayerArea[]) =>
    areas.map((area) => ({ area, box: bbox(area.boundary), vertices: polygonsOf(area.boundary).flat(2).length }));
  const inB = withVertexCounts(bs);
  return withVertexCounts(as).flatMap((a) => {
    const [west, south, east, north] = a.box;
    return inB
      .filter(({ box }) => west <= box[2] && box[0] <= east && south <= box[3] && box[1] <= north)
      .map((b) => ({ a: a.area, b: b.area, vertices: a.vertices + b.vertices }));
  });
}

/** Twelve strata of equal size by number of vertices, with four seeded pairs from each. */
export function strata(pairs: readonly CandidatePair[]): readonly Stratum[] {
  const random = seededRandom(2017);
  const sorted = pairs.toSorted((p, q) => p.vertices - q.vertices);
  return Array.from({ length: STRATA }, (_, i) => {
    const group = sorted.slice(
      Math.floor((sorted.length * i) / STRATA),
      Math.floor((sorted.length * (i + 1)) / STRATA),
    );
    const shuffled = group
      .map((pair) => ({ pair, key: random() }))
      .sort((p, q) => p.key - q.key)
      .map(({ pair }) => pair);
    return { pairCount: group.length, sample: shuffled.slice(0, PAIRS_PER_STRATUM) };
  });
}

/** Milliseconds of Turf's intersect for a pair. */
export function turfMs({ a, b }: CandidatePair): number {
  const start = performance.now();
  intersect(featureCollection([feature(a.boundary), feature(b.boundary)]));
  return performance.now() - start;
}
