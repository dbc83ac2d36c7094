import { LAYER_NAMES } from "../../model/layer.js";
import type { AreaGeometry, DrawableLayer, ZoomTopology } from "../../model/topology.js";
import { type ArcRing, arcOfIndex } from "../arc-indices.js";
import { type BorderClass, borderClasses, classByArc } from "../borders.js";
import { type GridBox, unionBox } from "./tile-grid.js";

/** An arc's positions, whole units of the grid, x and y in turn. */
type GridArc = Int32Array;

/** One level of an edition's tile pyramid, prepared for clipping tiles. */
export interface PyramidLevel {
  /** Units along a tile's side. */
  readonly extent: number;
  readonly arcs: readonly GridArc[];
  readonly arcBoxes: readonly GridBox[];
  readonly layers: readonly GridLayer[];
  readonly borders: readonly BorderClass[];
  /** The index of each arc's class in `borders`; -1 for none. */
  readonly borderByArc: Int32Array;
}

/** A layer's areas, in the order of the topology. */
export interface GridLayer {
  readonly name: DrawableLayer;
  readonly areas: readonly GridArea[];
}

/** An area that is large enough to be drawn. */
export interface GridArea {
  readonly code: string;
  readonly box: GridBox;
  readonly polygons: readonly GridPolygon[];
}

/** A polygon's rings, the outer one clockwise on the screen and the holes anticlockwise, as vector tiles require. */
export interface GridPolygon {
  readonly box: GridBox;
  readonly rings: readonly GridRing[];
}

/** A ring as indices of arcs, with the box around it. */
export interface GridRing {
  readonly arcs: ArcRing;
  readonly box: GridBox;
}

/** Prepares a level of the pyramid. */
export function pyramidLevel({ extent, topology }: ZoomTopology): PyramidLevel {
  const arcs = topology.arcs.map(gridArc);
  const arcBoxes = arcs.map(arcBox);
  const layers = ([...LAYER_NAMES, "overlaps"] as const).flatMap((name) => {
    const geometries = topology.objects[name]?.geometries ?? [];
    return geometries.length === 0
      ? []
      : [{ name, areas: geometries.flatMap((area) => gridArea(area, arcs, arcBoxes)) }];
  });
  const borders = borderClasses(topology);
  return { extent, arcs, arcBoxes, layers, borders, borderByArc: classByArc(borders, arcs.length) };
}

/** Decodes the deltas of an arc. */
function gridArc(deltas: readonly (readonly number[])[]): GridArc {
  const arc = new Int32Array(2 * deltas.length);
  let [x, y] = [0, 0];
  for (const [k, [dx = 0, dy = 0]] of deltas.entries()) {
    x += dx;
    y += dy;
    arc[2 * k] = x;
    arc[2 * k + 1] = y;
  }
  return arc;
}

function arcBox(arc: GridArc): GridBox {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < arc.length; k += 2) {
    minX = Math.min(minX, arc[k] ?? minX);
    maxX = Math.max(maxX, arc[k] ?? maxX);
    minY = Math.min(minY, arc[k + 1] ?? minY);
    maxY = Math.max(maxY, arc[k + 1] ?? maxY);
  }
  return { minX, minY, maxX, maxY };
}

function gridArea(geometry: AreaGeometry, arcs: readonly GridArc[], arcBoxes: readonly GridBox[]): GridArea[] {
  const all = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  const polygons = all.flatMap((rings) => gridPolygon(rings, arcs, arcBoxes));
  if (polygons.length === 0) return [];
  return [{ code: String(geometry.id), box: unionBox(polygons.map(({ box }) => box)), polygons }];
}

function gridPolygon(rings: readonly ArcRing[], arcs: readonly GridArc[], arcBoxes: readonly GridBox[]): GridPolygon[] {
  const drawn = rings.map((ring, i) => gridRing(ring, { isOuter: i === 0, arcs, arcBoxes }));
  const [outer] = drawn;
  if (outer === undefined || outer === null) return [];
  return [{ box: outer.box, rings: drawn.filter((ring) => ring !== null) }];
}

function gridRing(
  ring: ArcRing,
  {
    isOuter,
    arcs,
    arcBoxes,
  }: { readonly isOuter: boolean; readonly arcs: readonly GridArc[]; readonly arcBoxes: readonly GridBox[] },
): GridRing | null {
  const doubleArea = doubleGridArea(ring, arcs);
  if (doubleArea === 0) return null;
  const box = unionBox(ring.flatMap((index) => arcBoxes[index < 0 ? ~index : index] ?? []));
  const isRightWay = doubleArea > 0 === isOuter;
  return { arcs: isRightWay ? ring : ring.map((index) => ~index).reverse(), box };
}

/** Twice the signed area of a ring on the grid, exact; positive when clockwise on the screen, as y runs south. */
export function doubleGridArea(ring: ArcRing, arcs: readonly Int32Array[]): number {
  // Relative to the ring's first position: small numbers, whose sums stay exact.
  const [originX = 0, originY = 0] = arcs[arcOfIndex(ring[0] ?? 0)] ?? [];
  let sum = 0;
  for (const index of ring) {
    const arc = arcs[arcOfIndex(index)] ?? [];
    let arcSum = 0;
    for (let k = 2; k < arc.length; k += 2) {
      const [ax, ay] = [(arc[k - 2] ?? 0) - originX, (arc[k - 1] ?? 0) - originY];
      const [bx, by] = [(arc[k] ?? 0) - originX, (arc[k + 1] ?? 0) - originY];
      arcSum += ax * by - bx * ay;
    }
    sum += index < 0 ? -arcSum : arcSum;
  }
  return sum;
}
