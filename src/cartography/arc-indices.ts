import type { LayerTopology } from "../model/topology.js";

/** A TopoJSON ring: indices of arcs, `~i` for arc `i` backwards. */
export type ArcRing = readonly number[];

type Point = readonly [x: number, y: number];

/** The arc of an index in a ring, forwards or backwards. */
export function arcOfIndex(index: number): number {
  return index < 0 ? ~index : index;
}

/** Every ring of every polygon of a topology's objects. */
export function ringsOf(objects: LayerTopology["objects"]): ArcRing[] {
  const geometries = Object.values(objects).flatMap((layer) => layer.geometries);
  return geometries.flatMap((geometry) => (geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat()));
}

/** Twice the signed area of a ring in the units of its points, anticlockwise positive. */
export function doubleRingArea(ring: ArcRing, arcs: readonly (readonly Point[])[]): number {
  let doubleArea = 0;
  for (const index of ring) {
    const arc = arcs[arcOfIndex(index)] ?? [];
    let sum = 0;
    for (let k = 1; k < arc.length; k++) {
      const [ax = 0, ay = 0] = arc[k - 1] ?? [];
      const [bx = 0, by = 0] = arc[k] ?? [];
      sum += ax * by - bx * ay;
    }
    doubleArea += index < 0 ? -sum : sum;
  }
  return doubleArea;
}
