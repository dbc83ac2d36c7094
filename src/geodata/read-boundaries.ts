import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { Boundary } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import { LAYER_NAMES } from "../model/layer.js";
import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { topologyInDegrees } from "../model/topology-in-degrees.js";
import { type BoundariesByLayer, checkExtents } from "./check-extents.js";
import { checkGlobe } from "./check-globe.js";
import { type CheckedArcs, checkRings } from "./check-rings.js";
import { EDITION_FILES } from "./edition-files.js";
import { isObject, parsedTopology } from "./parsed-topology.js";
import { type Problem, type ProblemList, problemsOf } from "./problem.js";
import type { AreaRow, AreaRows } from "./read-areas.js";

/** An edition's boundaries: on shared arcs, and each area's own by layer and code. */
export interface Boundaries {
  readonly topology: LayerTopology;
  readonly byLayer: BoundariesByLayer;
}

/** Reads boundaries.topojson and checks that it draws just the areas that areas.csv names; null when it cannot be read. */
export function readBoundaries(path: string, areas: AreaRows, into: Problem[]): Boundaries | null {
  const problems = problemsOf(EDITION_FILES.boundaries, into);
  const topology = parsedTopology(path);
  if (topology === null) {
    problems.add("file", null, "a TopoJSON topology with arcs and objects");
    return null;
  }
  const inDegrees = topologyInDegrees(topology);
  const checked = { arcs: inDegrees.arcs, sound: new Set<string>() };
  const boundaries = (layer: LayerName) =>
    layerBoundaries({ layer, topology: inDegrees, checked }, areas[layer], problems);
  const byLayer = {
    footprints: boundaries("footprints"),
    upper_tier: boundaries("upper_tier"),
    lower_tier: boundaries("lower_tier"),
    members: boundaries("members"),
  };
  checkExtents(byLayer, problems);
  checkGlobe(byLayer, problems);
  for (const name of Object.keys(topology.objects)) {
    if (!LAYER_NAMES.some((layer) => layer === name))
      problems.add(`object ${name}`, name, `one of ${LAYER_NAMES.join(", ")}`);
  }
  return { topology, byLayer };
}

interface Layer {
  readonly layer: LayerName;
  readonly topology: LayerTopology;
  readonly checked: CheckedArcs;
}

function layerBoundaries(
  { layer, topology, checked }: Layer,
  areas: ReadonlyMap<string, AreaRow>,
  problems: ProblemList,
): Map<string, Boundary> {
  const drawn = new Set<string>();
  const boundaries = new Map<string, Boundary>();
  for (const [index, geometry] of geometriesOf(layer, topology, problems).entries()) {
    const code = isObject(geometry) && typeof geometry.id === "string" ? geometry.id : "";
    const where = `${layer} ${code === "" ? `feature ${index + 1}` : code}`;
    if (!areas.has(code)) problems.add(where, code, `an id that is a code of ${layer} in ${EDITION_FILES.areas}`);
    if (drawn.has(code)) problems.add(where, code, "one feature for each code");
    drawn.add(code);
    const type = isObject(geometry) ? geometry.type : undefined;
    if (!isObject(geometry) || (type !== "Polygon" && type !== "MultiPolygon")) {
      problems.add(where, typeof type === "string" ? type : null, "Polygon or MultiPolygon");
      continue;
    }
    if (!checkRings({ where, type, indices: geometry.arcs }, checked, problems)) continue;
    const { geometry: boundary } = feature(topology, geometry as unknown as AreaGeometry) as Feature<Boundary>;
    boundaries.set(code, boundary);
  }
  for (const code of areas.keys()) {
    if (!drawn.has(code)) problems.add(`${layer} ${code}`, null, `a boundary, as ${EDITION_FILES.areas} names it`);
  }
  return boundaries;
}

/** What a layer's object holds, whatever it is; nothing where there is no such object. */
function geometriesOf(layer: LayerName, { objects }: LayerTopology, problems: ProblemList): readonly unknown[] {
  const collection: unknown = objects[layer];
  if (collection === undefined) return [];
  if (isObject(collection) && Array.isArray(collection.geometries)) return collection.geometries;
  problems.add(`object ${layer}`, JSON.stringify(collection), "a GeometryCollection with a list of geometries");
  return [];
}
