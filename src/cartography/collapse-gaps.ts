import Flatbush from "flatbush";
import { groupBy } from "../model/group-by.js";
import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { type ArcRing, arcOfIndex, ringsOf } from "./arc-indices.js";
import type { ArcNetwork } from "./arc-network.js";
import { floatAt } from "./typed-array.js";

/** The largest gap to close, in the unit of the network's positions. */
export interface GapLimits {
  readonly maxArea: number;
  /** Area for each unit of length. */
  readonly maxWidth: number;
}

type Objects = LayerTopology["objects"];

/**
 * The areas with one border where two arcs between the same junctions enclose a narrow gap: a river drawn as water, or
 * the borders of two layers that differ by a field.
 *
 *        ___a___                        The areas on both sides then meet along b, in every layer.
 *     --*___b___*--    -->  --*-b-*--   A gap with a vertex inside stays, and so does one that is a whole area.
 */
export function collapseGaps(
  objects: Objects,
  { lonLat, arcs }: Pick<ArcNetwork, "lonLat" | "arcs">,
  limits: GapLimits,
): Objects {
  const used = [...new Set(ringsOf(objects).flat().map(arcOfIndex))].sort((a, b) => a - b);
  const vertices = [...new Set(used.flatMap((arc) => [...(arcs[arc] ?? [])]))];
  const tree = new Flatbush(Math.max(1, vertices.length));
  for (const vertex of vertices) tree.add(floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1));
  if (vertices.length === 0) tree.add(0, 0);
  tree.finish();

  const partners = twoArcPartners(objects);
  const replacements = new Map<number, number>(); // by arc: the index of the arc that replaces it
  for (const pair of groupBy(used, (arc) => endpointsKey(arcs[arc])).values()) {
    const retained: number[] = [];
    for (const arc of pair) {
      const replacement = retained.find((other) => {
        const loop = loopOf(arcs[other], arcs[arc]);
        return isNarrow(loop, lonLat, limits) && !wouldRemoveArea(arc, other) && isEmpty(loop);
      });
      if (replacement === undefined) retained.push(arc);
      else replacements.set(arc, arcs[arc]?.[0] === arcs[replacement]?.[0] ? replacement : ~replacement);
    }
  }
  if (replacements.size === 0) return objects;
  return Object.fromEntries(
    Object.entries(objects).map(([name, { type, geometries }]) => [
      name,
      { type, geometries: geometries.map((geometry) => replaceArcs(geometry, replacements)) },
    ]),
  );

  function wouldRemoveArea(arc: number, other: number): boolean {
    return (partners.get(arc) ?? []).some((partner) => arcOfIndex(replacements.get(partner) ?? partner) === other);
  }
  function isEmpty(loop: readonly number[]): boolean {
    const [minX, minY, maxX, maxY] = bbox(loop, lonLat);
    const own = new Set(loop);
    return tree
      .search(minX, minY, maxX, maxY)
      .every((place) => own.has(vertices[place] ?? -1) || !isInside(vertices[place] ?? -1, loop, lonLat));
  }
}

function endpointsKey(arc: Int32Array | undefined): string {
  const [a, b] = [arc?.[0] ?? -1, arc?.at(-1) ?? -1];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The vertices of the loop of two arcs between the same ends. */
function loopOf(one: Int32Array | undefined, other: Int32Array | undefined): readonly number[] {
  if (one === undefined || other === undefined) return [];
  const back = one[0] === other[0] ? other.toReversed() : other;
  return [...one.subarray(0, -1), ...back.subarray(0, -1)];
}

function isNarrow(loop: readonly number[], lonLat: Float64Array, { maxArea, maxWidth }: GapLimits): boolean {
  const first = loop[0];
  if (first === undefined || loop.lastIndexOf(first) > 0) return false; // arcs that close on themselves
  let [twiceArea, length] = [0, 0];
  const [originX, originY] = [floatAt(lonLat, 2 * first), floatAt(lonLat, 2 * first + 1)];
  for (const [k, a] of loop.entries()) {
    const b = loop[(k + 1) % loop.length] ?? first;
    const [ax, ay] = [floatAt(lonLat, 2 * a) - originX, floatAt(lonLat, 2 * a + 1) - originY];
    const [bx, by] = [floatAt(lonLat, 2 * b) - originX, floatAt(lonLat, 2 * b + 1) - originY];
    twiceArea += ax * by - bx * ay;
    length += Math.hypot(bx - ax, by - ay);
  }
  const area = Math.abs(twiceArea) / 2;
  return area <= maxArea || area <= (maxWidth * length) / 2;
}

function bbox(loop: readonly number[], lonLat: Float64Array): [number, number, number, number] {
  const xs = loop.map((vertex) => floatAt(lonLat, 2 * vertex));
  const ys = loop.map((vertex) => floatAt(lonLat, 2 * vertex + 1));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function isInside(vertex: number, loop: readonly number[], lonLat: Float64Array): boolean {
  const [x, y] = [floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1)];
  let inside = false;
  for (const [k, a] of loop.entries()) {
    const b = loop[(k + 1) % loop.length] ?? a;
    const [ay, by] = [floatAt(lonLat, 2 * a + 1), floatAt(lonLat, 2 * b + 1)];
    if (ay > y === by > y) continue;
    const ax = floatAt(lonLat, 2 * a);
    if (x < ax + ((y - ay) / (by - ay)) * (floatAt(lonLat, 2 * b) - ax)) inside = !inside;
  }
  return inside;
}

/** For areas all of whose polygons have two arcs: the other arc of each polygon, by arc. */
function twoArcPartners(objects: Objects): ReadonlyMap<number, readonly number[]> {
  const partners = new Map<number, number[]>();
  for (const geometry of Object.values(objects).flatMap((layer) => layer.geometries)) {
    const outers = (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs).map(([outer = []]) => outer);
    if (outers.some(({ length }) => length !== 2)) continue;
    for (const [one = 0, other = 0] of outers.map((outer) => outer.map(arcOfIndex))) {
      partners.set(one, [...(partners.get(one) ?? []), other]);
      partners.set(other, [...(partners.get(other) ?? []), one]);
    }
  }
  return partners;
}

function replaceArcs(geometry: AreaGeometry, replacements: ReadonlyMap<number, number>): AreaGeometry {
  const arc = (index: number) => {
    const replacement = replacements.get(arcOfIndex(index));
    return replacement === undefined ? index : index < 0 ? ~replacement : replacement;
  };
  const polygon = (rings: readonly ArcRing[]) => {
    const [outer = [], ...holes] = rings.map((ring) => ring.map(arc));
    // A ring around a closed gap has become one arc, there and back.
    return isDegenerate(outer) ? [] : [outer, ...holes.filter((hole) => !isDegenerate(hole))];
  };
  const polygons = (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs).map(polygon);
  const left = polygons.filter(({ length }) => length > 0);
  const [only, ...others] = left;
  if (only !== undefined && others.length === 0) return { ...geometry, type: "Polygon", arcs: only };
  return { ...geometry, type: "MultiPolygon", arcs: left };
}

function isDegenerate([one = 0, other = 0, ...more]: ArcRing): boolean {
  return more.length === 0 && one === ~other;
}
