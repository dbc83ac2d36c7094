import { intAt } from "../geometry/element.js";
import type { LayerTopology } from "../model/topology.js";
import { type ArcRing, arcOfIndex } from "./arc-rings.js";

/** How much each area of a topology gains and loses when its arcs are redrawn, in the units of the plane given. */
export interface AreaBalance {
  /** The smallest area that each arc bounds. */
  readonly smallestByArc: Float64Array;
  /** Whether every area that an arc bounds stays within a share of its size when `twiceGain` is added left of the arc. */
  allows(arc: number, twiceGain: number, mostShare: number): boolean;
  /** Books the change. */
  add(arc: number, twiceGain: number): void;
}

/**
 * A balance with nothing booked yet.
 *
 * @param xy a position of each vertex in turn, in a plane where areas are true
 */
export function areaBalance(topology: LayerTopology, arcs: readonly Int32Array[], xy: Float64Array): AreaBalance {
  const twiceByArc = Float64Array.from(arcs, (arc) => twiceSum(arc, xy));
  const ringSum = (ring: ArcRing) =>
    ring.reduce((sum, index) => sum + (index < 0 ? -1 : 1) * (twiceByArc[arcOfIndex(index)] ?? 0), 0);

  const twiceAreas: number[] = [];
  const sidesByArc: { readonly area: number; readonly sign: number }[][] = arcs.map(() => []);
  for (const geometry of Object.values(topology.objects).flatMap((layer) => layer.geometries)) {
    const area = twiceAreas.length;
    let twiceArea = 0;
    for (const rings of geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs) {
      for (const [i, ring] of rings.entries()) {
        const sum = ringSum(ring);
        // Outer rings count for the area and holes against it, whichever way they are wound.
        const sign = (i === 0 ? 1 : -1) * Math.sign(sum);
        twiceArea += sign * sum;
        for (const index of ring) sidesByArc[arcOfIndex(index)]?.push({ area, sign: index < 0 ? -sign : sign });
      }
    }
    twiceAreas.push(twiceArea);
  }

  const twiceDrift = new Float64Array(twiceAreas.length);
  return {
    smallestByArc: Float64Array.from(
      sidesByArc,
      (sides) => Math.min(...sides.map(({ area }) => twiceAreas[area] ?? 0)) / 2,
    ),
    allows: (arc, twiceGain, mostShare) =>
      (sidesByArc[arc] ?? []).every(({ area, sign }) => {
        const before = Math.abs(twiceDrift[area] ?? 0);
        const after = Math.abs((twiceDrift[area] ?? 0) + sign * twiceGain);
        return after <= mostShare * (twiceAreas[area] ?? 0) || after < before;
      }),
    add: (arc, twiceGain) => {
      for (const { area, sign } of sidesByArc[arc] ?? []) {
        twiceDrift[area] = (twiceDrift[area] ?? 0) + sign * twiceGain;
      }
    },
  };
}

function twiceSum(arc: Int32Array, xy: Float64Array): number {
  let sum = 0;
  for (let k = 1; k < arc.length; k++) {
    const a = 2 * intAt(arc, k - 1);
    const b = 2 * intAt(arc, k);
    sum += (xy[a] ?? 0) * (xy[b + 1] ?? 0) - (xy[b] ?? 0) * (xy[a + 1] ?? 0);
  }
  return sum;
}
