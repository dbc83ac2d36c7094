import { searchRtree } from "../index/packed-rtree.js";
import { type Arcs, lonLatOf } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { locateAlongPath } from "../location/walking-location.js";
import { CROSSING_SIZE, edgeCrossings } from "../overlay/edge-crossings.js";
import { orientation } from "../predicates/orientation.js";
import { crossingParameter, PERTURB_QUERY, PERTURB_TARGET, type Perturbation } from "../predicates/segment-crossing.js";
import { unproject } from "../projection/cylindrical-equal-area.js";

/** A place where two borders cross, as one of them sees it. */
interface EdgeEvent {
  /** How far along the edge, 0 to 1. */
  readonly t: number;
  readonly lon: number;
  readonly lat: number;
  /** 1 where the border enters the other area here, -1 where it leaves it. */
  readonly windingChange: number;
}

/**
 * The border of what two areas share, edge by edge in no order: the pieces of each border that lie in the other area.
 * Both are layers of one area. Where borders run along each other some edges come back the other way; they cancel.
 *
 * @returns longitude and latitude of the start and of the end of each edge in turn, what is shared lying to its left.
 */
export function intersectionEdges(a: PreparedLayer, b: PreparedLayer): number[] {
  const eventsA = new Map<number, EdgeEvent[]>();
  const eventsB = new Map<number, EdgeEvent[]>();
  const { count, numbers } = edgeCrossings(a, b);
  for (let i = 0; i < count; i++) {
    const k = numbers[CROSSING_SIZE * i + 1];
    const j = numbers[CROSSING_SIZE * i + 3];
    const direction = numbers[CROSSING_SIZE * i + 4];
    const [px, py, qx, qy] = edgeAt(a.arcs, k);
    const tA = crossingParameter(a.arcs.xy, k, b.arcs.xy, j);
    const tB = crossingParameter(b.arcs.xy, j, a.arcs.xy, k);
    // A corner of either border is taken as it was read, so that borders stay shared to the last digit.
    const [lon, lat] =
      vertexAt(a.arcs, k, tA) ??
      vertexAt(b.arcs, j, tB) ??
      unproject(a.projection, [px + tA * (qx - px), py + tA * (qy - py)]);
    addEvent(eventsA, k, { t: tA, lon, lat, windingChange: direction });
    addEvent(eventsB, j, { t: tB, lon, lat, windingChange: -direction });
  }
  addTouchingVertices(a, b, eventsA);
  addTouchingVertices(b, a, eventsB);
  const edges: number[] = [];
  collectInside(a, b, PERTURB_TARGET, eventsA, edges);
  collectInside(b, a, PERTURB_QUERY, eventsB, edges);
  return edges;
}

type Edge = readonly [px: number, py: number, qx: number, qy: number];

function edgeAt({ xy }: Arcs, k: number): Edge {
  return [xy[2 * k], xy[2 * k + 1], xy[2 * k + 2], xy[2 * k + 3]];
}

function vertexAt(arcs: Arcs, k: number, t: number): readonly [number, number] | null {
  return t === 0 || t === 1 ? lonLatOf(arcs, k + t) : null;
}

function addEvent(events: Map<number, EdgeEvent[]>, edge: number, event: EdgeEvent): void {
  const known = events.get(edge);
  if (known === undefined) events.set(edge, [event]);
  else known.push(event);
}

// Edges that run along each other do not cross; they are cut at each other's corners so that the pieces can cancel.
function addTouchingVertices(own: PreparedLayer, other: PreparedLayer, events: Map<number, EdgeEvent[]>): void {
  const near: number[] = [];
  const { xy } = other.arcs;
  for (let point = 0; point < xy.length / 2; point++) {
    const x = xy[2 * point];
    const y = xy[2 * point + 1];
    const count = searchRtree(own.segmentIndex.tree, x, y, x, y, near);
    for (let i = 0; i < count; i++) {
      const group = near[i];
      for (let k = own.segmentIndex.from[group]; k < own.segmentIndex.to[group]; k++) {
        const t = edgeParameter(edgeAt(own.arcs, k), x, y);
        if (t === null) continue;
        const [lon, lat] = lonLatOf(other.arcs, point);
        addEvent(events, k, { t, lon, lat, windingChange: 0 });
      }
    }
  }
}

// How far along an edge a point lies that is exactly on it and at neither end.
function edgeParameter([px, py, qx, qy]: Edge, x: number, y: number): number | null {
  const isBetween = Math.min(px, qx) <= x && x <= Math.max(px, qx) && Math.min(py, qy) <= y && y <= Math.max(py, qy);
  if (!isBetween || (x === px && y === py) || (x === qx && y === qy)) return null;
  if (orientation(px, py, qx, qy, x, y) !== 0) return null;
  return Math.abs(qx - px) > Math.abs(qy - py) ? (x - px) / (qx - px) : (y - py) / (qy - py);
}

// Follows each arc from its beginning, whose cell is known by walking there, from stop to stop.
function collectInside(
  own: PreparedLayer,
  other: PreparedLayer,
  perturbation: Perturbation,
  events: ReadonlyMap<number, readonly EdgeEvent[]>,
  edges: number[],
): void {
  const windingAtStart = new Int32Array(own.arcs.count);
  locateAlongPath(other, { xy: own.startXy, order: own.startOrder }, perturbation, (arc, windings) => {
    windingAtStart[arc] = windings.counts[0] ?? 0;
  });
  const { firstPoint } = own.arcs;
  for (let arc = 0; arc < own.arcs.count; arc++) {
    let winding = windingAtStart[arc];
    const last = firstPoint[arc + 1] - 1;
    for (let k = firstPoint[arc]; k < last; k++) {
      let [lon, lat] = lonLatOf(own.arcs, k);
      for (const event of [...(events.get(k) ?? [])].sort((p, q) => p.t - q.t)) {
        if (winding > 0) edges.push(lon, lat, event.lon, event.lat);
        winding += event.windingChange;
        lon = event.lon;
        lat = event.lat;
      }
      if (winding > 0) edges.push(lon, lat, ...lonLatOf(own.arcs, k + 1));
    }
  }
}
