import { grouped } from "../model/grouped.js";
import { LAYER_NAMES, type LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { arcOfIndex } from "../topology/arc-rings.js";

/** Arcs that are borders of the same layers. */
export interface BorderGroup {
  /** The layers in which two areas meet here. */
  readonly layers: readonly LayerName[];
  /** Whether it is the outline of the land; then no two areas of any layer meet here. */
  readonly isOutline: boolean;
  readonly arcs: readonly number[];
}

/** The group that each arc is in, by its place among the groups; -1 for an arc that is no border. */
export function groupByArc(groups: readonly BorderGroup[], arcCount: number): Int32Array {
  const places = new Int32Array(arcCount).fill(-1);
  for (const [place, { arcs }] of groups.entries()) for (const arc of arcs) places[arc] = place;
  return places;
}

/** Every arc that is a border of anything, by what it is a border of. */
export function borderGroups(topology: LayerTopology): readonly BorderGroup[] {
  const users = LAYER_NAMES.map((name) => usersByArc(topology, name));
  const keys = topology.arcs.map((_, arc) => users.map((counts) => Math.min(counts[arc] ?? 0, 2)).join(""));
  return [...grouped(keys.keys(), (arc) => keys[arc])].flatMap(([key = "", arcs]) => {
    const layers = LAYER_NAMES.filter((_, i) => key[i] === "2");
    const isOutline = layers.length === 0 && key.includes("1");
    return layers.length > 0 || isOutline ? [{ layers, isOutline, arcs }] : [];
  });
}

/** How many areas of a layer draw each arc. */
function usersByArc(topology: LayerTopology, name: LayerName): Uint8Array {
  const users = new Uint8Array(topology.arcs.length);
  for (const geometry of topology.objects[name]?.geometries ?? []) {
    const indices = geometry.type === "Polygon" ? geometry.arcs.flat() : geometry.arcs.flat(2);
    for (const arc of new Set(indices.map(arcOfIndex))) users[arc] = (users[arc] ?? 0) + 1;
  }
  return users;
}
