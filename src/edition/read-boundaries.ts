import { readFileSync } from "node:fs";
import type { Boundary } from "@coterminous/overlap";
import type { Feature } from "geojson";
import { feature } from "topojson-client";
import { decodeTopology } from "../cartography/decode-topology.js";
import { LAYER_NAMES, type LayerName } from "../model/layer.js";
import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { type CheckedArcs, checkRings } from "./check-rings.js";
import { EDITION_FILES } from "./edition-files.js";
import { type BoundariesByLayer, checkExtents, checkPolesAndAntimeridian } from "./extent-checks.js";
import type { AreaRow, AreaRows } from "./read-areas.js";
import { type IssueCollector, issueCollector, type ValidationIssue } from "./validation-issue.js";

/** An edition's boundaries: on shared arcs, and each area's own by layer and code. */
export interface Boundaries {
  readonly topology: LayerTopology;
  readonly byLayer: BoundariesByLayer;
}

/** Reads boundaries.topojson and checks that it has exactly the areas of areas.csv; null when it cannot be read. */
export function readBoundaries(path: string, areas: AreaRows, into: ValidationIssue[]): Boundaries | null {
  const problems = issueCollector(EDITION_FILES.boundaries, into);
  const topology = readTopojson(path);
  if (topology === null) {
    problems.add("file", null, "a TopoJSON topology with arcs and objects");
    return null;
  }
  const inDegrees = decodeTopology(topology);
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
  checkPolesAndAntimeridian(byLayer, problems);
  for (const name of Object.keys(topology.objects)) {
    if (!LAYER_NAMES.some((layer) => layer === name))
      problems.add(`object ${name}`, name, `one of ${LAYER_NAMES.join(", ")}`);
  }
  return { topology, byLayer };
}

interface LayerToRead {
  readonly layer: LayerName;
  readonly topology: LayerTopology;
  readonly checked: CheckedArcs;
}

function layerBoundaries(
  { layer, topology, checked }: LayerToRead,
  areas: ReadonlyMap<string, AreaRow>,
  problems: IssueCollector,
): Map<string, Boundary> {
  const seen = new Set<string>();
  const boundaries = new Map<string, Boundary>();
  for (const [index, geometry] of geometriesOf(layer, topology, problems).entries()) {
    const code = isObject(geometry) && typeof geometry.id === "string" ? geometry.id : "";
    const where = `${layer} ${code === "" ? `feature ${index + 1}` : code}`;
    if (!areas.has(code)) problems.add(where, code, `an id that is a code of ${layer} in ${EDITION_FILES.areas}`);
    if (seen.has(code)) problems.add(where, code, "one feature for each code");
    seen.add(code);
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
    if (!seen.has(code)) problems.add(`${layer} ${code}`, null, `a boundary, as ${EDITION_FILES.areas} names it`);
  }
  return boundaries;
}

/** A layer's geometries, unchecked; none where there is no such object. */
function geometriesOf(layer: LayerName, { objects }: LayerTopology, problems: IssueCollector): readonly unknown[] {
  const collection: unknown = objects[layer];
  if (collection === undefined) return [];
  if (isObject(collection) && Array.isArray(collection.geometries)) return collection.geometries;
  problems.add(`object ${layer}`, JSON.stringify(collection), "a GeometryCollection with a list of geometries");
  return [];
}

/** Reads a TopoJSON topology and checks its arcs are numbers; null when the file is not one. */
export function readTopojson(path: string): LayerTopology | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    const json = JSON.parse(text);
    return isTopology(json) ? (json as unknown as LayerTopology) : null;
  } catch {
    return null;
  }
}

function isTopology(json: unknown): json is Record<string, unknown> {
  if (!isObject(json) || json.type !== "Topology" || !isObject(json.objects)) return false;
  const { arcs, transform } = json;
  const isTransform =
    transform === undefined || (isObject(transform) && isPosition(transform.scale) && isPosition(transform.translate));
  return isTransform && Array.isArray(arcs) && arcs.every(isArc);
}

function isArc(arc: unknown): boolean {
  return Array.isArray(arc) && arc.length >= 2 && arc.every(isPosition);
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** Whether a JSON value is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
