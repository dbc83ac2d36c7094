import {
  type Boundary,
  equalAreaProjection,
  PolygonError,
  type PreparedLayer,
  prepareLayer,
} from "@coterminous/overlap";
import { byCode } from "../model/by-code.js";
import type { LayerName } from "../model/layer.js";
import { cellText, detectColumns, type LayerColumns } from "./columns/detect-columns.js";
import { type CrsDecision, describeCrs, type ReprojectedLayer, reprojectLayer } from "./crs/reproject-layer.js";
import { enclosesPole } from "./crs/split-antimeridian.js";
import { readVectorFile } from "./formats/read-vector-file.js";
import { coordinateBox, EMPTY_BOX, membersOf, type VectorFeature, type VectorLayer } from "./formats/vector-layer.js";
import { ImportError, type ImportProblem } from "./import-error.js";
import type { LayerRequest } from "./import-options.js";
import { makeValid } from "./repair/make-valid.js";
import { repairLayer } from "./repair/repair-layer.js";
import type { Repair, Unrepairable } from "./repair/result.js";

/** One area as imported. */
export interface ImportedArea {
  readonly code: string;
  readonly name: string;
  readonly boundary: Boundary;
  /** Its place in the file: `lad.geojson, feature 12 (E07000107)`. */
  readonly where: string;
}

/** A layer that can be measured, with its repairs. Areas are sorted by code. */
export interface ImportedLayer {
  readonly layer: LayerName;
  readonly file: VectorLayer;
  readonly areas: readonly ImportedArea[];
  readonly repairs: readonly Repair[];
  /** Areas that cannot be measured, with their place in the file; empty for a layer that is imported. */
  readonly unrepairable: readonly (Unrepairable & { readonly where: string })[];
  readonly crs: CrsDecision;
  /** How the layer was read: format, columns, coordinates. */
  readonly statements: readonly string[];
}

/** A layer with its areas in the plane that all layers of the import share. */
export interface ProjectedLayer extends ImportedLayer {
  readonly prepared: PreparedLayer;
}

/**
 * Reads a layer to be imported: its file, columns, coordinates and boundaries.
 *
 * @param flag the prefix of the layer's flags, for remedies: `--lower`
 * @throws {ImportError} with every problem
 */
export async function readLayer(layer: LayerName, request: LayerRequest, flag: string): Promise<ImportedLayer> {
  return rejectInvalidAreas(await readLayerToInspect(layer, request, flag));
}

/** Reads a layer like `readLayer`, but lists areas that cannot be measured instead of throwing. */
export async function readLayerToInspect(
  layer: LayerName,
  request: LayerRequest,
  flag: string,
): Promise<ImportedLayer> {
  const file = await readVectorFile(request.address);
  checkPolygonal(file);
  const columns = detectColumns(file, request, flag);
  return importLayer(layer, reprojectLayer(file, request, flag), columns);
}

/** The layer itself. @throws {ImportError} naming the areas that cannot be measured */
export function rejectInvalidAreas(layer: ImportedLayer): ImportedLayer {
  if (layer.unrepairable.length > 0) throw new ImportError(...layer.unrepairable);
  return layer;
}

/** @throws {ImportError} naming the first feature of a layer that is not polygonal, and the number of such features */
export function checkPolygonal({ file, features }: VectorLayer): void {
  const typeOf = ({ geometry }: VectorFeature) => String(membersOf(geometry).type ?? "none");
  const isArea = (feature: VectorFeature) => /^(Polygon|MultiPolygon|GeometryCollection)$/.test(typeOf(feature));
  const others = features.filter((feature) => !isArea(feature));
  const [first] = others;
  if (first === undefined) return;
  const types = [...new Set(others.map(typeOf))].join(", ").replace("none", "without geometry");
  const what =
    others.length === features.length
      ? `none of the ${features.length} features is an area`
      : `${others.length} of ${features.length} features are not areas`;
  throw new ImportError({
    where: `${file}, ${first.where}`,
    what: `${what} (${types})`,
    remedy: "give a layer of polygons only: remove the other features, or name another layer of the file",
  });
}

/**
 * The areas of a layer with their codes, names and boundaries, repaired where necessary.
 *
 * @throws {ImportError} for invalid codes and names, and when no area can be measured
 */
export function importLayer(
  layer: LayerName,
  { file, features, crs }: ReprojectedLayer,
  columns: LayerColumns,
): ImportedLayer {
  const read = features.map((feature) => readFeature(feature, file.file, columns));
  const problems = read.flatMap(({ where, code, name }) => textProblems(where, code, name, columns));
  const repaired = repairLayer(read.flatMap(({ area }) => area ?? []));
  const whereOf = new Map(read.map(({ code, where }) => [code, where]));
  const unrepairable = [...read.flatMap(({ unrepairable }) => unrepairable ?? []), ...repaired.unrepairable];
  if (repaired.areas.length === 0 && problems.length === 0 && unrepairable.length === 0) {
    problems.push({ where: file.file, what: "no area encloses any land", remedy: "give boundaries that do" });
  }
  if (problems.length > 0) throw new ImportError(...problems);
  return {
    layer,
    file,
    areas: repaired.areas.toSorted(byCode),
    repairs: [...read.flatMap(({ repairs }) => repairs), ...repaired.repairs],
    unrepairable: unrepairable.map((rejection) => ({ ...rejection, where: whereOf.get(rejection.code) ?? file.file })),
    crs,
    statements: [
      `${file.format}, ${repaired.areas.length} areas`,
      columns.statement,
      `coordinates: ${describeCrs(crs)}`,
    ],
  };
}

/** A feature as read: an area, or the reason why not. */
interface ReadFeature {
  readonly code: string;
  readonly name: string;
  readonly where: string;
  readonly area: ImportedArea | null;
  readonly repairs: readonly Repair[];
  readonly unrepairable: Unrepairable | null;
}

function readFeature(feature: VectorFeature, file: string, columns: LayerColumns): ReadFeature {
  const code = cellText(feature, columns.code);
  const name = cellText(feature, columns.name);
  const where = `${file}, ${feature.where} (${code.replace(/\p{C}/gu, "\ufffd")})`; // control characters
  const read = { code, name, where, area: null, repairs: [], unrepairable: null };
  const omit = (what: string) => ({
    ...read,
    repairs: [{ code, name, what, done: "left out", at: null, changesArea: false }],
  });
  if (enclosesPole(feature.geometry)) return omit("the boundary encloses a pole, where areas cannot be measured");
  try {
    const { boundary, repairs } = makeValid(feature.geometry, where);
    if (boundary === null) return omit("the boundary encloses no land");
    return {
      ...read,
      area: { code, name, boundary, where },
      repairs: repairs.map((repair) => ({ ...repair, code, name })),
    };
  } catch (cause) {
    if (!(cause instanceof PolygonError)) throw cause;
    const within = cause.feature.slice(where.length).replace(/^, /, ""); // the ring
    const what = `${within} ${cause.what}`.trim();
    return { ...read, unrepairable: { code, name, what, remedy: cause.remedy, at: null } };
  }
}

function textProblems(where: string, code: string, name: string, columns: LayerColumns): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (name === "") {
    const remedy = "give every area a name, or choose another column";
    problems.push({ where, what: `the column ${columns.name} is empty`, remedy });
  }
  if (!/^[^\p{C}\p{Z}](?:[^\p{C}]*[^\p{C}\p{Z}])?$/u.test(code) || [...code].length > MAX_CODE_LENGTH) {
    const remedy = `give codes of 1 to ${MAX_CODE_LENGTH} visible characters`;
    problems.push({ where, what: `the code ${JSON.stringify(code)} is invalid`, remedy });
  }
  return problems;
}

const MAX_CODE_LENGTH = 64; // characters

/** Projects layers into one equal-area plane, centred on their common extent. */
export function projectLayers(layers: readonly ImportedLayer[]): ProjectedLayer[] {
  const boundaries = layers.flatMap(({ areas }) => areas.map(({ boundary }) => boundary));
  const plane = equalAreaProjection(coordinateBox(boundaries) ?? EMPTY_BOX);
  return layers.map((layer) => ({ ...layer, prepared: prepareLayer(layer.areas, plane) }));
}
