import { quantize } from "topojson-client";
import { presimplify } from "topojson-simplify";
import type { LayerTopology } from "../model/topology.js";
import { type ArcRing, arcOfIndex, ringsOf, twiceRingArea } from "./arc-rings.js";

type Point = readonly [x: number, y: number];

/**
 * A topology with only the share of inner points that matter most, on the same grid; every layer keeps sharing its borders.
 *
 * Points are ranked by Visvalingam's triangle, counted against the smallest area that the arc bounds, so that the City of
 * London keeps its shape as well as Cumbria. A ring that would collapse keeps all its points.
 *
 * @param keptShare share of the inner points of arcs to keep, 0 to 1
 * @see M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points" (1993)
 */
export function simplifiedTopology(topology: LayerTopology, keptShare: number): LayerTopology {
  const weighed = presimplify(topology);
  const rings = ringsOf(topology);
  const smallest = smallestAreaByArc(rings, weighed.arcs as unknown as readonly (readonly Point[])[]);
  const importance = (weighed.arcs as unknown as number[][][]).map((arc, i) =>
    arc.map(([, , weight = 0]) => weight / (smallest[i] ?? 1)),
  );
  const least = quantileFromTop(importance, keptShare);

  const keptWhole = new Set<number>();
  for (;;) {
    const arcs = weighed.arcs.map((arc, i) =>
      arc.filter((_, k) => keptWhole.has(i) || (importance[i]?.[k] ?? 0) >= least).map(([x = 0, y = 0]) => [x, y]),
    );
    const collapsed = rings.filter((ring) => isCollapsed(ring, arcs as unknown as readonly (readonly Point[])[]));
    const added = collapsed
      .flat()
      .map(arcOfIndex)
      .filter((arc) => !keptWhole.has(arc));
    if (added.length === 0) return requantized(topology, { ...weighed, arcs });
    for (const arc of added) keptWhole.add(arc);
  }
}

function requantized(original: LayerTopology, simplified: LayerTopology): LayerTopology {
  const { transform } = original;
  return transform === undefined ? simplified : quantize(simplified, transform);
}

function smallestAreaByArc(rings: readonly ArcRing[], arcs: readonly (readonly Point[])[]): Float64Array {
  const smallest = new Float64Array(arcs.length).fill(Number.POSITIVE_INFINITY);
  for (const ring of rings) {
    const area = Math.abs(twiceRingArea(ring, arcs)) / 2;
    for (const index of ring) smallest[arcOfIndex(index)] = Math.min(smallest[arcOfIndex(index)] ?? area, area);
  }
  return smallest;
}

function quantileFromTop(importance: readonly (readonly number[])[], keptShare: number): number {
  const inner = Float64Array.from(importance.flat().filter(Number.isFinite)).sort();
  if (keptShare >= 1 || inner.length === 0) return 0;
  return inner[Math.floor((1 - keptShare) * inner.length)] ?? 0;
}

const LEAST_SHARE_OF_AREA = 1e-12; // of a square degree: nothing but a line folded on itself

function isCollapsed(ring: ArcRing, arcs: readonly (readonly Point[])[]): boolean {
  const positions = ring.reduce((count, index) => count + (arcs[arcOfIndex(index)]?.length ?? 0) - 1, 1);
  return positions < 4 || Math.abs(twiceRingArea(ring, arcs)) < LEAST_SHARE_OF_AREA;
}
