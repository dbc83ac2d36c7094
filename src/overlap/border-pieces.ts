import { floatAt, intAt } from "../geometry/element.js";
import { toLonLat } from "../geometry/equal-area-plane.js";
import { orientation } from "../geometry/orientation.js";
import { itemsInBox } from "./box-tree.js";
import { type Chains, lonLatOf } from "./chains.js";
import { CROSSING_SIZE, crossedEdges } from "./crossed-edges.js";
import { CROSSED_IS_MOVED, CROSSING_IS_MOVED, crossingPlace, type Shift } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { walkPoints } from "./walk.js";

/** A place where two borders cross, as one of them sees it. */
interface Stop {
  /** How far along the edge, 0 to 1. */
  readonly place: number;
  readonly lon: number;
  readonly lat: number;
  /** 1 where the border enters the other area here, -1 where it leaves it. */
  readonly change: number;
}

/**
 * The border of what two areas share, edge by edge in no order: the pieces of each border that lie in the other area.
 * Both are layers of one area. Where borders run along each other some edges come back the other way; they cancel.
 *
 * @returns longitude and latitude of the start and of the end of each edge in turn, what is shared lying to its left.
 */
export function borderPieces(a: MeasuredLayer, b: MeasuredLayer): number[] {
  const stopsA = new Map<number, Stop[]>();
  const stopsB = new Map<number, Stop[]>();
  const { count, numbers } = crossedEdges(a, b);
  for (let i = 0; i < count; i++) {
    const k = intAt(numbers, CROSSING_SIZE * i + 1);
    const j = intAt(numbers, CROSSING_SIZE * i + 3);
    const turn = intAt(numbers, CROSSING_SIZE * i + 4);
    const [px, py, qx, qy] = edgeAt(a.chains, k);
    const placeA = crossingPlace(a.chains.xy, k, b.chains.xy, j);
    const placeB = crossingPlace(b.chains.xy, j, a.chains.xy, k);
    // A corner of either border is taken as it was read, so that borders stay shared to the last digit.
    const [lon, lat] =
      cornerAt(a.chains, k, placeA) ??
      cornerAt(b.chains, j, placeB) ??
      toLonLat(a.plane, [px + placeA * (qx - px), py + placeA * (qy - py)]);
    addStop(stopsA, k, { place: placeA, lon, lat, change: turn });
    addStop(stopsB, j, { place: placeB, lon, lat, change: -turn });
  }
  addTouchedCorners(a, b, stopsA);
  addTouchedCorners(b, a, stopsB);
  const pieces: number[] = [];
  takeInside(a, b, CROSSED_IS_MOVED, stopsA, pieces);
  takeInside(b, a, CROSSING_IS_MOVED, stopsB, pieces);
  return pieces;
}

type Edge = readonly [px: number, py: number, qx: number, qy: number];

function edgeAt({ xy }: Chains, k: number): Edge {
  return [floatAt(xy, 2 * k), floatAt(xy, 2 * k + 1), floatAt(xy, 2 * k + 2), floatAt(xy, 2 * k + 3)];
}

function cornerAt(chains: Chains, k: number, place: number): readonly [number, number] | null {
  return place === 0 || place === 1 ? lonLatOf(chains, k + place) : null;
}

function addStop(stops: Map<number, Stop[]>, edge: number, stop: Stop): void {
  const known = stops.get(edge);
  if (known === undefined) stops.set(edge, [stop]);
  else known.push(stop);
}

// Edges that run along each other do not cross; they are cut at each other's corners so that the pieces can cancel.
function addTouchedCorners(own: MeasuredLayer, other: MeasuredLayer, stops: Map<number, Stop[]>): void {
  const near: number[] = [];
  const { xy } = other.chains;
  for (let point = 0; point < xy.length / 2; point++) {
    const x = floatAt(xy, 2 * point);
    const y = floatAt(xy, 2 * point + 1);
    const count = itemsInBox(own.links.tree, x, y, x, y, near);
    for (let i = 0; i < count; i++) {
      const link = near[i] as number;
      for (let k = intAt(own.links.from, link); k < intAt(own.links.to, link); k++) {
        const place = placeOnEdge(edgeAt(own.chains, k), x, y);
        if (place === null) continue;
        const [lon, lat] = lonLatOf(other.chains, point);
        addStop(stops, k, { place, lon, lat, change: 0 });
      }
    }
  }
}

// How far along an edge a point lies that is exactly on it and at neither end.
function placeOnEdge([px, py, qx, qy]: Edge, x: number, y: number): number | null {
  const isBetween = Math.min(px, qx) <= x && x <= Math.max(px, qx) && Math.min(py, qy) <= y && y <= Math.max(py, qy);
  if (!isBetween || (x === px && y === py) || (x === qx && y === qy)) return null;
  if (orientation(px, py, qx, qy, x, y) !== 0) return null;
  return Math.abs(qx - px) > Math.abs(qy - py) ? (x - px) / (qx - px) : (y - py) / (qy - py);
}

// Follows each chain from its beginning, whose cell is known by walking there, from stop to stop.
function takeInside(
  own: MeasuredLayer,
  other: MeasuredLayer,
  shift: Shift,
  stops: ReadonlyMap<number, readonly Stop[]>,
  pieces: number[],
): void {
  const depths = new Int32Array(own.chains.count);
  walkPoints(other, { xy: own.startXy, order: own.startOrder }, shift, (chain, cell) => {
    depths[chain] = cell.counts[0] ?? 0;
  });
  const { firstPoint } = own.chains;
  for (let chain = 0; chain < own.chains.count; chain++) {
    let depth = intAt(depths, chain);
    const last = intAt(firstPoint, chain + 1) - 1;
    for (let k = intAt(firstPoint, chain); k < last; k++) {
      let [lon, lat] = lonLatOf(own.chains, k);
      for (const stop of [...(stops.get(k) ?? [])].sort((p, q) => p.place - q.place)) {
        if (depth > 0) pieces.push(lon, lat, stop.lon, stop.lat);
        depth += stop.change;
        lon = stop.lon;
        lat = stop.lat;
      }
      if (depth > 0) pieces.push(lon, lat, ...lonLatOf(own.chains, k + 1));
    }
  }
}
