import { floatAt, intAt } from "../geometry/element.js";
import { toLonLat } from "../geometry/equal-area-plane.js";
import type { Chains } from "./chains.js";
import { crossedEdges } from "./crossed-edges.js";
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

/** Takes an edge from one place to another, degrees, what is wanted lying to its left. */
export type TakeEdge = (lon: number, lat: number, nextLon: number, nextLat: number) => void;

/**
 * The border of what two areas share, edge by edge in no order: the pieces of each border that lie in the other area.
 * Both are layers of one area. Where borders run along each other some edges come back the other way; they cancel.
 */
export function borderPieces(a: MeasuredLayer, b: MeasuredLayer, take: TakeEdge): void {
  const stopsA = new Map<number, Stop[]>();
  const stopsB = new Map<number, Stop[]>();
  crossedEdges(a, b, (_chainA, k, _chainB, j, turn) => {
    const [px, py, qx, qy] = edgeAt(a.chains, k);
    const [ex, ey, fx, fy] = edgeAt(b.chains, j);
    const placeA = crossingPlace(px, py, qx, qy, ex, ey, fx, fy);
    const placeB = crossingPlace(ex, ey, fx, fy, px, py, qx, qy);
    // A corner of either border is taken as it was read, so that borders stay shared to the last digit.
    const [lon, lat] =
      cornerAt(a.chains, k, placeA) ??
      cornerAt(b.chains, j, placeB) ??
      toLonLat(a.plane, [px + placeA * (qx - px), py + placeA * (qy - py)]);
    addStop(stopsA, k, { place: placeA, lon, lat, change: turn });
    addStop(stopsB, j, { place: placeB, lon, lat, change: -turn });
  });
  takeInside(a, b, CROSSED_IS_MOVED, stopsA, take);
  takeInside(b, a, CROSSING_IS_MOVED, stopsB, take);
}

function edgeAt({ xy }: Chains, k: number): readonly [number, number, number, number] {
  return [floatAt(xy, 2 * k), floatAt(xy, 2 * k + 1), floatAt(xy, 2 * k + 2), floatAt(xy, 2 * k + 3)];
}

function cornerAt({ lonLat }: Chains, k: number, place: number): readonly [number, number] | null {
  if (place !== 0 && place !== 1) return null;
  return [floatAt(lonLat, 2 * (k + place)), floatAt(lonLat, 2 * (k + place) + 1)];
}

function addStop(stops: Map<number, Stop[]>, edge: number, stop: Stop): void {
  const known = stops.get(edge);
  if (known === undefined) stops.set(edge, [stop]);
  else known.push(stop);
}

// Follows each chain from its beginning, whose cell is known by walking there, from stop to stop.
function takeInside(
  own: MeasuredLayer,
  other: MeasuredLayer,
  shift: Shift,
  stops: ReadonlyMap<number, readonly Stop[]>,
  take: TakeEdge,
): void {
  const depths = new Int32Array(own.chains.count);
  walkPoints(other, { xy: own.startXy, order: own.startOrder }, shift, (chain, cell) => {
    depths[chain] = cell.counts[0] ?? 0;
  });
  const { firstPoint, lonLat } = own.chains;
  for (let chain = 0; chain < own.chains.count; chain++) {
    let depth = intAt(depths, chain);
    const last = intAt(firstPoint, chain + 1) - 1;
    for (let k = intAt(firstPoint, chain); k < last; k++) {
      let lon = floatAt(lonLat, 2 * k);
      let lat = floatAt(lonLat, 2 * k + 1);
      for (const stop of [...(stops.get(k) ?? [])].sort((p, q) => p.place - q.place)) {
        if (depth > 0) take(lon, lat, stop.lon, stop.lat);
        depth += stop.change;
        lon = stop.lon;
        lat = stop.lat;
      }
      if (depth > 0) take(lon, lat, floatAt(lonLat, 2 * k + 2), floatAt(lonLat, 2 * k + 3));
    }
  }
}
