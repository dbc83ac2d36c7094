import { borderLengths, type OuterEdge, outerEdges, type PlanePoint, unproject } from "@coterminous/overlap";
import Flatbush from "flatbush";
import { areaLabel, formatLength } from "../../import/repair/format.js";
import type { InspectedLayer } from "../../import/repair/result.js";
import type { Finding } from "../finding.js";

// Minimum length of a reported gap, in tolerances; shorter ones occur at every corner where two areas meet.
const MIN_RUN_PER_TOLERANCE = 20;

/**
 * Gaps between two areas that face each other within the tolerance and share no border anywhere. Such a gap opens to the
 * outside, so it is not a hole of the layer. Neighbours that share a border and part along a tidal river are not reported.
 *
 *      ───────┐ ┌───────
 *        A    │ │   B       edges that face each other across less than
 *      ───────┘ └───────     the tolerance, with nothing between them
 */
export function findEdgeGaps({ title, areas, prepared }: InspectedLayer, toleranceM: number): Finding[] {
  const runs = new Map<string, FacingRun>();
  const edges = outerEdges(prepared);
  const index = buildIndex(edges);
  const neighbours = new Set(borderLengths(prepared).map(({ a, b }) => pairKey(a, b)));
  for (const edge of edges) addRun(edge, { edges, index, toleranceM }, runs);
  const long = [...runs.values()].filter(
    ({ a, b, lengthM }) => lengthM >= MIN_RUN_PER_TOLERANCE * toleranceM && !neighbours.has(pairKey(a, b)),
  );
  return long.flatMap(({ a, b, lengthM, widestM, at }): Finding[] => {
    const [one, other] = [areas[a], areas[b]];
    if (one === undefined || other === undefined) return [];
    const what = `${areaLabel(one)} and ${areaLabel(other)} face each other for ${formatLength(lengthM)}, at most ${formatLength(widestM)} apart, without a shared border: a gap, or water`;
    const lonLat = unproject(prepared.projection, at);
    return [
      { kind: "GAP", layer: title, areas: [one, other].map(areaLabel), what, mended: null, at: lonLat, shape: null },
    ];
  });
}

function buildIndex(edges: readonly OuterEdge[]): Flatbush | null {
  if (edges.length === 0) return null;
  const index = new Flatbush(edges.length);
  for (const { from, to } of edges) {
    index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  }
  index.finish();
  return index;
}

/** Where two areas face each other, measured along the one with the lower index. */
interface FacingRun {
  readonly a: number;
  readonly b: number;
  lengthM: number;
  widestM: number;
  readonly at: PlanePoint;
}

function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}

interface EdgeSearch {
  readonly edges: readonly OuterEdge[];
  readonly index: Flatbush | null;
  readonly toleranceM: number;
}

function addRun(edge: OuterEdge, { edges, index, toleranceM }: EdgeSearch, runs: Map<string, FacingRun>): void {
  const [west, south] = [Math.min(edge.from[0], edge.to[0]), Math.min(edge.from[1], edge.to[1])];
  const [east, north] = [Math.max(edge.from[0], edge.to[0]), Math.max(edge.from[1], edge.to[1])];
  const near = index?.search(west - toleranceM, south - toleranceM, east + toleranceM, north + toleranceM, (i) => {
    const area = edges[i]?.area ?? -1;
    return area > edge.area;
  });
  if (near === undefined || near.length === 0) return;
  const lengthM = distance(edge.from, edge.to);
  const count = Math.max(1, Math.ceil(lengthM / toleranceM));
  for (let piece = 0; piece < count; piece++) {
    const middle = lerp(edge.from, edge.to, (piece + 0.5) / count);
    const facing = near
      .flatMap((i) => edges[i] ?? [])
      .filter((other) => isFacing(edge, other, middle))
      .map((other) => ({ area: other.area, widthM: distance(middle, nearestPoint(other, middle)) }))
      .filter(({ widthM }) => widthM > 0 && widthM <= toleranceM);
    const [closest] = facing.sort((p, q) => p.widthM - q.widthM);
    if (closest === undefined) continue;
    const key = pairKey(edge.area, closest.area);
    const run = runs.get(key) ?? { a: edge.area, b: closest.area, lengthM: 0, widestM: 0, at: middle };
    run.lengthM += lengthM / count;
    run.widestM = Math.max(run.widestM, closest.widthM);
    runs.set(key, run);
  }
}

// Both edges have the outside on their right, so edges on either side of a gap run in opposite directions.
function isFacing(edge: OuterEdge, other: OuterEdge, middle: PlanePoint): boolean {
  const [dx, dy] = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]];
  const against = dx * (other.to[0] - other.from[0]) + dy * (other.to[1] - other.from[1]);
  const [x, y] = nearestPoint(other, middle);
  const isRight = dx * (y - middle[1]) - dy * (x - middle[0]) < 0;
  return against < 0 && isRight;
}

function nearestPoint({ from, to }: OuterEdge, [x, y]: PlanePoint): PlanePoint {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  return lerp(from, to, Math.min(1, Math.max(0, along)));
}

function lerp(from: PlanePoint, to: PlanePoint, share: number): PlanePoint {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

function distance([ax, ay]: PlanePoint, [bx, by]: PlanePoint): number {
  return Math.hypot(ax - bx, ay - by);
}
