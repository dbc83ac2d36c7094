import { meshArcs } from "topojson-client";
import type { MultiLineString } from "topojson-specification";
import type { LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { arcOfIndex } from "./arc-rings.js";

/** Whose border a line is: of two councils, of two footprints, or of both at once. */
export type BorderKind = "council-only" | "footprint-only" | "both";

export const BORDER_KINDS: readonly BorderKind[] = ["council-only", "footprint-only", "both"];

/**
 * Where two maps agree and where they part: the borders between areas of two layers, by kind, in lines as long as they
 * come. Coasts and other outer borders are none of them; a kind without lines is not given.
 */
export function borderLines(
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

// Arcs that two different areas of a layer draw.
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
