import { meshArcs } from "topojson-client";
import type { MultiLineString } from "topojson-specification";
import { groupBy } from "../model/group-by.js";
import { LAYER_NAMES, type LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { arcOfIndex } from "./arc-indices.js";

/** Whose border a line is: of two councils, of two footprints, or of both at once. */
export type BorderKind = "council-only" | "footprint-only" | "both";

export const BORDER_KINDS: readonly BorderKind[] = ["council-only", "footprint-only", "both"];

/**
 * Where two layers agree and differ: the borders between their areas by kind, joined into the longest possible lines.
 * Coasts and other outer borders are left out, and so is a kind without lines.
 */
export function borderMesh(
  topology: LayerTopology,
  councils: LayerName,
): ReadonlyMap<BorderKind, MultiLineString<object>> {
  const ofFootprints = arcsBetween(topology, "footprints");
  const ofCouncils = arcsBetween(topology, councils);
  const arcsByKind: Readonly<Record<BorderKind, readonly number[]>> = {
    "council-only": [...ofCouncils].filter((arc) => !ofFootprints.has(arc)),
    "footprint-only": [...ofFootprints].filter((arc) => !ofCouncils.has(arc)),
    both: [...ofFootprints].filter((arc) => ofCouncils.has(arc)),
  };
  return new Map(
    BORDER_KINDS.filter((kind) => arcsByKind[kind].length > 0).map((kind) => [
      kind,
      meshArcs(topology, { type: "MultiLineString", arcs: arcsByKind[kind].map((arc) => [arc]) }),
    ]),
  );
}

// The arcs between two areas of a layer.
function arcsBetween(topology: LayerTopology, layer: LayerName): Set<number> {
  const firstAreaByArc = new Map<number, number>();
  const between = new Set<number>();
  for (const [area, geometry] of (topology.objects[layer]?.geometries ?? []).entries()) {
    for (const index of geometry.type === "Polygon" ? geometry.arcs.flat() : geometry.arcs.flat(2)) {
      const arc = arcOfIndex(index);
      const first = firstAreaByArc.get(arc);
      if (first === undefined) firstAreaByArc.set(arc, area);
      else if (first !== area) between.add(arc);
    }
  }
  return between;
}

/** Arcs that are borders of the same layers. */
export interface BorderClass {
  /** The layers in which two areas meet here. */
  readonly layers: readonly LayerName[];
  /** Whether it is the outer border; then no two areas of any layer meet here. */
  readonly isOutline: boolean;
  readonly arcs: readonly number[];
}

/** The index of the class of each arc; -1 for an arc that is not a border. */
export function classByArc(groups: readonly BorderClass[], arcCount: number): Int32Array {
  const classes = new Int32Array(arcCount).fill(-1);
  for (const [index, { arcs }] of groups.entries()) for (const arc of arcs) classes[arc] = index;
  return classes;
}

/** All border arcs, grouped by the layers that they are borders of. */
export function borderClasses(topology: LayerTopology): readonly BorderClass[] {
  const users = LAYER_NAMES.map((name) => usersByArc(topology, name));
  const keys = topology.arcs.map((_, arc) => users.map((counts) => Math.min(counts[arc] ?? 0, 2)).join(""));
  return [...groupBy(keys.keys(), (arc) => keys[arc])].flatMap(([key = "", arcs]) => {
    const layers = LAYER_NAMES.filter((_, i) => key[i] === "2");
    const isOutline = layers.length === 0 && key.includes("1");
    return layers.length > 0 || isOutline ? [{ layers, isOutline, arcs }] : [];
  });
}

/** How many areas of a layer use each arc. */
function usersByArc(topology: LayerTopology, name: LayerName): Uint8Array {
  const users = new Uint8Array(topology.arcs.length);
  for (const geometry of topology.objects[name]?.geometries ?? []) {
    const indices = geometry.type === "Polygon" ? geometry.arcs.flat() : geometry.arcs.flat(2);
    for (const arc of new Set(indices.map(arcOfIndex))) users[arc] = (users[arc] ?? 0) + 1;
  }
  return users;
}
