import type { LayerTopology } from "../model/topology.js";
import { type ArcRing, arcOfIndex } from "./arc-indices.js";
import { floatAt, intAt } from "./typed-array.js";

/** Tracks how much each area of a topology grows or shrinks while its arcs are simplified. */
export interface AreaPreservation {
  /** The smallest area that each arc bounds. */
  readonly smallestByArc: Float64Array;
  /** Whether every area that an arc bounds stays within a share of its size when `doubleGain` is added left of the arc. */
  allows(arc: number, doubleGain: number, maxShare: number): boolean;
  /** Records the change. */
  add(arc: number, doubleGain: number): void;
}

/**
 * Starts with no change.
 *
 * @param xy x and y of each vertex in turn, in an equal-area plane
 */
export function areaPreservation(
  topology: LayerTopology,
  arcs: readonly Int32Array[],
  xy: Float64Array,
): AreaPreservation {
  const doubleByArc = Float64Array.from(arcs, (arc) => doubleSum(arc, xy));
  const ringSum = (ring: ArcRing) =>
    ring.reduce((sum, index) => sum + (index < 0 ? -1 : 1) * (doubleByArc[arcOfIndex(index)] ?? 0), 0);

  const doubleAreas: number[] = [];
  const sides: ArcSide[] = [];
  for (const geometry of Object.values(topology.objects).flatMap((layer) => layer.geometries)) {
    const area = doubleAreas.length;
    let doubleArea = 0;
    for (const rings of geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs) {
      for (const [i, ring] of rings.entries()) {
        const sum = ringSum(ring);
        // Outer rings add to the area and holes subtract, whatever their winding.
        const sign = (i === 0 ? 1 : -1) * Math.sign(sum);
        doubleArea += sign * sum;
        for (const index of ring) sides.push({ arc: arcOfIndex(index), area, sign: index < 0 ? -sign : sign });
      }
    }
    doubleAreas.push(doubleArea);
  }

  const { firstSide, areaOfSide, signOfSide } = sidesByArc(sides, arcs.length);
  const doubleArea = Float64Array.from(doubleAreas);
  const doubleChange = new Float64Array(doubleAreas.length);
  const smallestByArc = new Float64Array(arcs.length).fill(Number.POSITIVE_INFINITY);
  for (const { arc, area } of sides) {
    smallestByArc[arc] = Math.min(floatAt(smallestByArc, arc), floatAt(doubleArea, area) / 2);
  }
  return {
    smallestByArc,
    allows: (arc, doubleGain, maxShare) => {
      for (let side = intAt(firstSide, arc); side < intAt(firstSide, arc + 1); side++) {
        const area = intAt(areaOfSide, side);
        const before = floatAt(doubleChange, area);
        const after = Math.abs(before + floatAt(signOfSide, side) * doubleGain);
        if (after > maxShare * floatAt(doubleArea, area) && after >= Math.abs(before)) return false;
      }
      return true;
    },
    add: (arc, doubleGain) => {
      for (let side = intAt(firstSide, arc); side < intAt(firstSide, arc + 1); side++) {
        const area = intAt(areaOfSide, side);
        doubleChange[area] = floatAt(doubleChange, area) + floatAt(signOfSide, side) * doubleGain;
      }
    },
  };
}

/** An area beside an arc: sign 1 where area added to the left of the arc is the area's gain, -1 where it is its loss. */
interface ArcSide {
  readonly arc: number;
  readonly area: number;
  readonly sign: number;
}

// In typed arrays, one arc after another: this is read for millions of points.
function sidesByArc(sides: readonly ArcSide[], arcCount: number) {
  const firstSide = new Int32Array(arcCount + 1);
  for (const { arc } of sides) firstSide[arc + 1] = intAt(firstSide, arc + 1) + 1;
  for (let arc = 0; arc < arcCount; arc++) firstSide[arc + 1] = intAt(firstSide, arc) + intAt(firstSide, arc + 1);
  const areaOfSide = new Int32Array(sides.length);
  const signOfSide = new Float64Array(sides.length);
  const next = firstSide.slice();
  for (const { arc, area, sign } of sides) {
    const side = intAt(next, arc);
    areaOfSide[side] = area;
    signOfSide[side] = sign;
    next[arc] = side + 1;
  }
  return { firstSide, areaOfSide, signOfSide };
}

function doubleSum(arc: Int32Array, xy: Float64Array): number {
  let sum = 0;
  for (let k = 1; k < arc.length; k++) {
    const a = 2 * intAt(arc, k - 1);
    const b = 2 * intAt(arc, k);
    sum += (xy[a] ?? 0) * (xy[b + 1] ?? 0) - (xy[b] ?? 0) * (xy[a + 1] ?? 0);
  }
  return sum;
}
