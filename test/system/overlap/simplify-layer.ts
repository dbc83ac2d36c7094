import type { Position } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { polygonsOf } from "../../../packages/overlap/src/boundary.js";
import type { LayerArea } from "../../../packages/overlap/src/layer/layer-coordinates.js";

const M_PER_DEGREE = 111_200;

/**
 * A layer drawn more roughly: every border between two corners where borders meet is simplified once, so neighbours stay
 * joined. Islands that shrink to nothing go, but no area loses its largest part.
 *
 * @param toleranceM how far a dropped position may lie from the line that replaces it (Douglas and Peucker, 1973).
 */
export function simplifyLayer(areas: readonly LayerArea[], toleranceM: number): LayerArea[] {
  const borders = topology(Object.fromEntries(areas.map(({ code, boundary }) => [code, boundary])));
  borders.arcs = borders.arcs.map((arc) => simplifyLine(arc, toleranceM));

  return areas.map(({ code, boundary }) => {
    const { geometry } = feature(borders, borders.objects[code]!) as { geometry: Boundary };
    const standing = polygonsOf(geometry)
      .filter(([outer = []]) => isRing(outer))
      .map((rings) => rings.filter(isRing));
    return {
      code,
      boundary: { type: "MultiPolygon", coordinates: standing.length === 0 ? [[largestRing(boundary)]] : standing },
    };
  });
}

// topojson-client closes a ring that has shrunk by repeating its first position.
function isRing(ring: readonly Position[]): boolean {
  return new Set(ring.map(String)).size >= 3;
}

function largestRing(boundary: Boundary): Position[] {
  return polygonsOf(boundary)
    .map(([outer = []]) => outer)
    .reduce((best, ring) => (ring.length > best.length ? ring : best));
}

function simplifyLine(run: readonly Position[], toleranceM: number): Position[] {
  const last = run.length - 1;
  const isKept = new Uint8Array(run.length);
  isKept[0] = 1;
  isKept[last] = 1;
  const stretches: [number, number][] = [[0, last]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let farthest = -1;
    let most = toleranceM;
    for (let i = from + 1; i < to; i++) {
      const distance = distanceM(run[i] as Position, run[from] as Position, run[to] as Position);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest === -1) continue;
    isKept[farthest] = 1;
    stretches.push([from, farthest], [farthest, to]);
  }
  return run.filter((_, i) => isKept[i] === 1);
}

function distanceM(
  [lon = 0, lat = 0]: Position,
  [aLon = 0, aLat = 0]: Position,
  [bLon = 0, bLat = 0]: Position,
): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  const [px, py] = [(lon - aLon) * scale * M_PER_DEGREE, (lat - aLat) * M_PER_DEGREE];
  const [dx, dy] = [(bLon - aLon) * scale * M_PER_DEGREE, (bLat - aLat) * M_PER_DEGREE];
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
  return Math.hypot(px - along * dx, py - along * dy);
}
