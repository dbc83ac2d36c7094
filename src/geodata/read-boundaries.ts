import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import type { Boundary, LayerName } from "../model/boundary.js";
import { LAYER_NAMES } from "../model/boundary.js";
import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { checkRing } from "./check-ring.js";
import { EDITION_FILES } from "./edition-files.js";
import { type Problem, type ProblemList, problemsOf } from "./problem.js";
import type { AreaRows } from "./read-areas.js";

/** An edition's boundaries: on shared arcs, and each area's own by layer and code. */
export interface Boundaries {
  readonly topology: LayerTopology;
  readonly byLayer: Readonly<Record<LayerName, ReadonlyMap<string, Boundary>>>;
}

/** Reads boundaries.topojson and checks that it draws just the areas that areas.csv names; null when it cannot be read. */
export function readBoundaries(path: string, areas: AreaRows, into: Problem[]): Boundaries | null {
  const problems = problemsOf(EDITION_FILES.boundaries, into);
  const topology = parsedTopology(path);
  if (topology === null) {
    problems.add("file", null, "a TopoJSON topology with arcs and objects");
    return null;
  }
  const byLayer = {
    footprints: layerBoundaries("footprints", topology, areas, problems),
    upper_tier: layerBoundaries("upper_tier", topology, areas, problems),
    lower_tier: layerBoundaries("lower_tier", topology, areas, problems),
    members: layerBoundaries("members", topology, areas, problems),
  };
  for (const name of Object.keys(topology.objects)) {
    if (!LAYER_NAMES.some((layer) => layer === name))
      problems.add(`object ${name}`, name, `one of ${LAYER_NAMES.join(", ")}`);
  }
  return { topology, byLayer };
}

function parsedTopology(path: string): LayerTopology | null {
  try {
    const json = JSON.parse(readFileSync(path, "utf8"));
    const isTopology =
      json?.type === "Topology" &&
      Array.isArray(json.arcs) &&
      typeof json.objects === "object" &&
      json.objects !== null;
    return isTopology && json.arcs.every(isArc) ? json : null;
  } catch {
    return null;
  }
}

function isArc(arc: unknown): boolean {
  return Array.isArray(arc) && arc.length >= 2 && arc.every((p) => Array.isArray(p) && p.length >= 2);
}

function layerBoundaries(
  layer: LayerName,
  topology: LayerTopology,
  areas: AreaRows,
  problems: ProblemList,
): Map<string, Boundary> {
  const boundaries = new Map<string, Boundary>();
  for (const [index, geometry] of (topology.objects[layer]?.geometries ?? []).entries()) {
    const code = typeof geometry.id === "string" ? geometry.id : "";
    const where = `${layer} ${code === "" ? `feature ${index + 1}` : code}`;
    if (!areas[layer].has(code))
      problems.add(where, code, `an id that is a code of ${layer} in ${EDITION_FILES.areas}`);
    if (boundaries.has(code)) problems.add(where, code, "one feature for each code");
    const boundary = decoded(geometry, topology, where, problems);
    if (boundary !== null) boundaries.set(code, boundary);
  }
  for (const code of areas[layer].keys()) {
    if (!boundaries.has(code)) problems.add(`${layer} ${code}`, null, `a boundary, as ${EDITION_FILES.areas} names it`);
  }
  return boundaries;
}

function decoded(
  geometry: AreaGeometry,
  topology: LayerTopology,
  where: string,
  problems: ProblemList,
): Boundary | null {
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") {
    problems.add(where, String((geometry as { type?: unknown }).type), "Polygon or MultiPolygon");
    return null;
  }
  const arcCount = topology.arcs.length;
  const indices: unknown[] = (geometry.arcs as unknown[]).flat(3);
  const stray = indices.find(
    (index) => typeof index !== "number" || !Number.isInteger(index) || index >= arcCount || ~index >= arcCount,
  );
  if (indices.length === 0 || stray !== undefined) {
    problems.add(where, stray === undefined ? null : String(stray), `arcs from 0 to ${arcCount - 1}`);
    return null;
  }
  const boundary = feature(topology, geometry as never) as unknown as { readonly geometry: Boundary };
  const polygons =
    boundary.geometry.type === "Polygon" ? [boundary.geometry.coordinates] : boundary.geometry.coordinates;
  polygons.forEach((rings, p) => {
    for (const [r, ring] of rings.entries()) checkRing(ring, `${where}, polygon ${p + 1}, ring ${r + 1}`, problems);
  });
  return boundary.geometry;
}
