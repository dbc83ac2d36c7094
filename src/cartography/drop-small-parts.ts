import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { arcOfIndex, ringsOf } from "./arc-indices.js";
import type { ArcNetwork } from "./arc-network.js";
import { floatAt, intAt } from "./typed-array.js";

/** Arcs of rings that share arcs: an island with all its borders, or an area within another. */
interface Part {
  readonly arcs: number[];
  /** Longer side of the box around it, in the unit of the network's positions. */
  size: number;
}

/**
 * The areas without the parts that are too small to see. A part is dropped from all layers or from none, so they still
 * cover the same ground; and every area keeps its largest part, however small.
 *
 *      __            The islet is dropped from A and from the areas of other layers that it belongs to. A hole is
 *     /A \   .A      dropped with the part that fills it.
 *     \__/
 *
 * @param minSize parts whose bbox has a side of at least this length stay, in the unit of the network's positions
 */
export function dropSmallParts(
  objects: LayerTopology["objects"],
  network: Pick<ArcNetwork, "lonLat" | "arcs">,
  minSize: number,
): LayerTopology["objects"] {
  const parts = partsOf(objects, network).sort((a, b) => b.size - a.size);
  const ownersByArc = ownersOf(objects, network.arcs.length);
  const isDrawn = new Set<AreaGeometry>();
  const isRetained = new Uint8Array(network.arcs.length);
  for (const { arcs, size } of parts) {
    const owners = arcs.flatMap((arc) => ownersByArc[arc] ?? []);
    if (size < minSize && owners.every((owner) => isDrawn.has(owner))) continue;
    for (const owner of owners) isDrawn.add(owner);
    for (const arc of arcs) isRetained[arc] = 1;
  }
  const isVisible = (ring: readonly number[]) => isRetained[arcOfIndex(ring[0] ?? 0)] === 1;
  return Object.fromEntries(
    Object.entries(objects).map(([name, { type, geometries }]) => [
      name,
      { type, geometries: geometries.map((geometry) => filterGeometry(geometry, isVisible)) },
    ]),
  );
}

function partsOf(objects: LayerTopology["objects"], { arcs, lonLat }: Pick<ArcNetwork, "lonLat" | "arcs">): Part[] {
  const leaders = Int32Array.from(arcs.keys());
  const leaderOf = (arc: number): number => {
    let leader = arc;
    while (leaders[leader] !== leader) leader = intAt(leaders, leader);
    leaders[arc] = leader;
    return leader;
  };
  for (const ring of ringsOf(objects)) {
    const [first = 0, ...others] = ring.map(arcOfIndex);
    for (const other of others) leaders[leaderOf(other)] = leaderOf(first);
  }
  const boxes = new Map<number, { readonly part: Part; minX: number; minY: number; maxX: number; maxY: number }>();
  for (const [i, arc] of arcs.entries()) {
    const leader = leaderOf(i);
    const box = boxes.get(leader) ?? {
      part: { arcs: [], size: 0 },
      minX: Infinity,
      minY: Infinity,
      maxX: -Infinity,
      maxY: -Infinity,
    };
    boxes.set(leader, box);
    box.part.arcs.push(i);
    for (const vertex of arc) {
      const [x, y] = [floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1)];
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
    box.part.size = Math.max(box.maxX - box.minX, box.maxY - box.minY);
  }
  return [...boxes.values()].map(({ part }) => part);
}

function ownersOf(objects: LayerTopology["objects"], arcCount: number): readonly (readonly AreaGeometry[])[] {
  const owners: AreaGeometry[][] = Array.from({ length: arcCount }, () => []);
  for (const { geometries } of Object.values(objects)) {
    for (const geometry of geometries) {
      // The arcs of holes belong to the areas that fill them.
      const outers =
        geometry.type === "Polygon" ? geometry.arcs.slice(0, 1) : geometry.arcs.map(([outer = []]) => outer);
      for (const index of outers.flat()) owners[arcOfIndex(index)]?.push(geometry);
    }
  }
  return owners;
}

function filterGeometry(geometry: AreaGeometry, isVisible: (ring: readonly number[]) => boolean): AreaGeometry {
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  const visible = polygons.filter(([outer = []]) => isVisible(outer)).map((rings) => rings.filter(isVisible));
  const [only, ...others] = visible;
  if (only !== undefined && others.length === 0) return { ...geometry, type: "Polygon", arcs: only };
  return { ...geometry, type: "MultiPolygon", arcs: visible };
}
