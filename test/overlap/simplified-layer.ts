import type { Position } from "geojson";
import type { LayerArea } from "../../src/overlap/layer-rings.js";
import { polygonsOf } from "../../src/overlap/layer-rings.js";

const M_PER_DEGREE = 111_200;

/**
 * A layer drawn more roughly: every border between two corners where borders meet is simplified once, so neighbours stay
 * joined. Islands that shrink to nothing go, but no area loses its largest part.
 *
 * @param toleranceM how far a dropped position may lie from the line that replaces it (Douglas and Peucker, 1973).
 */
export function simplifiedLayer(areas: readonly LayerArea[], toleranceM: number): LayerArea[] {
  const corners = cornersOf(areas);
  const simplified = new Map<string, readonly Position[]>();

  const simplifiedRun = (run: readonly Position[]): readonly Position[] => {
    const [first, last] = [String(run[0]), String(run.at(-1))];
    const isForward = first === last ? String(run[1]) < String(run.at(-2)) : first < last;
    const canonical = isForward ? run : run.toReversed();
    const key = [canonical[0], canonical[1], canonical.at(-1)].join();
    const known = simplified.get(key) ?? kept(canonical, toleranceM);
    simplified.set(key, known);
    return isForward ? known : known.toReversed();
  };

  return areas.map(({ code, boundary }) => {
    const polygons = polygonsOf(boundary).map((rings) =>
      rings.map((ring) => simplifiedRing(ring, corners, simplifiedRun)),
    );
    const standing = polygons.filter(([outer = []]) => outer.length >= 4);
    const [largest = []] = polygonsOf(boundary).toSorted((p, q) => (q[0]?.length ?? 0) - (p[0]?.length ?? 0));
    return {
      code,
      boundary: {
        type: "MultiPolygon",
        coordinates:
          standing.length === 0 ? [largest] : standing.map((rings) => rings.filter((ring) => ring.length >= 4)),
      },
    };
  });
}

// Positions with other neighbours in one ring than in another: there three borders meet, or the layer's edge begins.
function cornersOf(areas: readonly LayerArea[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const { boundary } of areas) {
    for (const rings of polygonsOf(boundary)) {
      for (const ring of rings) {
        for (let i = 1; i < ring.length; i++) {
          const [p, q] = [String(ring[i - 1]), String(ring[i])];
          neighbours.set(p, (neighbours.get(p) ?? new Set()).add(q));
          neighbours.set(q, (neighbours.get(q) ?? new Set()).add(p));
        }
      }
    }
  }
  return new Set([...neighbours].filter(([, others]) => others.size > 2).map(([place]) => place));
}

function simplifiedRing(
  ring: readonly Position[],
  corners: ReadonlySet<string>,
  simplifiedRun: (run: readonly Position[]) => readonly Position[],
): Position[] {
  const open = ring.slice(0, -1);
  const smallest = open.reduce((best, place, i) => (String(place) < String(open[best]) ? i : best), 0);
  const opening = Math.max(
    open.findIndex((place) => corners.has(String(place))),
    -1,
  );
  const start = opening === -1 ? smallest : opening;
  const turned = [...open.slice(start), ...open.slice(0, start)];
  turned.push(turned[0] as Position);
  const cuts = turned.flatMap((place, i) =>
    i === 0 || i === turned.length - 1 || corners.has(String(place)) ? [i] : [],
  );
  const result: Position[] = [turned[0] as Position];
  for (let i = 1; i < cuts.length; i++) {
    result.push(...simplifiedRun(turned.slice(cuts[i - 1], (cuts[i] ?? 0) + 1)).slice(1));
  }
  return result;
}

function kept(run: readonly Position[], toleranceM: number): readonly Position[] {
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
