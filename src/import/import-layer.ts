import type { Boundary } from "@coterminous/overlap";
import {
  defaultSliverToleranceM,
  type EqualAreaProjection,
  equalAreaProjection,
  PolygonError,
  type PreparedLayer,
  prepareLayer,
} from "@coterminous/overlap";
import { byCode } from "../model/by-code.js";
import type { LayerName } from "../model/layer.js";
import { cellText, detectColumns, type LayerColumns } from "./columns/detect-columns.js";
import { coordinateBox } from "./crs/map-coordinates.js";
import { type CrsDecision, describeCrs, type ReprojectedLayer, reprojectLayer } from "./crs/reproject-layer.js";
import { enclosesPole } from "./crs/split-antimeridian.js";
import { readVectorFile } from "./formats/read-vector-file.js";
import type { VectorFeature, VectorLayer } from "./formats/vector-layer.js";
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
  /** The place in the file: `lad.geojson, feature 12 (E07000107)`. */
  readonly where: string;
}

/** A layer that can be measured, and what it took. Areas are sorted by code. */
export interface ImportedLayer {
  readonly layer: LayerName;
  readonly file: VectorLayer;
  readonly areas: readonly ImportedArea[];
  readonly repairs: readonly Repair[];
  /** Areas that cannot be measured, with the place in the file; none in a layer that is imported. */
  readonly unrepairable: readonly (Unrepairable & { readonly where: string })[];
  readonly crs: CrsDecision;
  /** How it was read, one short sentence a choice. */
  readonly statements: readonly string[];
}

/**
 * The areas of a layer with their codes, names and boundaries, mended where need be.
 *
 * @throws {ImportError} for codes and names that will not do, and when no area can be measured
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
    problems.push({ where: file.file, what: "none of its areas encloses anything", remedy: "give boundaries that do" });
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

/** A feature as read: an area, or why it is none. */
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
  const where = `${file}, ${feature.where} (${code.replace(/\p{C}/gu, "\ufffd")})`; // signs that would break the line
  const read = { code, name, where, area: null, repairs: [], unrepairable: null };
  const omit = (what: string) => ({
    ...read,
    repairs: [{ code, name, what, done: "left out", at: null, changesArea: false }],
  });
  if (enclosesPole(feature.geometry)) return omit("goes round a pole, where nothing can be measured");
  try {
    const { boundary, repairs } = makeValid(feature.geometry, where);
    if (boundary === null) return omit("encloses nothing");
    return {
      ...read,
      area: { code, name, boundary, where },
      repairs: repairs.map((repair) => ({ ...repair, code, name })),
    };
  } catch (cause) {
    if (!(cause instanceof PolygonError)) throw cause;
    const within = cause.feature.slice(where.length).replace(/^, /, ""); // which of its rings
    const what = `${within} ${cause.what}`.trim();
    return { ...read, unrepairable: { code, name, what, remedy: cause.remedy, at: null } };
  }
}

function textProblems(where: string, code: string, name: string, columns: LayerColumns): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (name === "")
    problems.push({
      where,
      what: `has nothing in ${columns.name}`,
      remedy: "give every area a name, or choose another column",
    });
  if (!/^[^\p{C}\p{Z}](?:[^\p{C}]*[^\p{C}\p{Z}])?$/u.test(code) || [...code].length > 64) {
    problems.push({
      where,
      what: `has the code ${JSON.stringify(code)}`,
      remedy: "give codes of 1 to 64 visible characters",
    });
  }
  return problems;
}

/**
 * Reads a layer that is to be imported: its file, its columns, its coordinates, its boundaries.
 *
 * @param flag what the layer's flags begin with, for remedies: `--lower`
 * @throws {ImportError} with what is wrong with it
 */
export async function readLayer(layer: LayerName, request: LayerRequest, flag: string): Promise<ImportedLayer> {
  return rejectInvalidAreas(await readLayerToInspect(layer, request, flag));
}

/** The same, but areas that cannot be measured are left out and named. */
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

/** A layer all of whose areas can be measured. @throws {ImportError} naming those that cannot */
export function rejectInvalidAreas(layer: ImportedLayer): ImportedLayer {
  if (layer.unrepairable.length > 0) throw new ImportError(...layer.unrepairable);
  return layer;
}

/** @throws {ImportError} naming the first feature of a layer that is no area, and how many there are */
export function checkPolygonal({ file, features }: VectorLayer): void {
  const typeOf = ({ geometry }: VectorFeature) => String((geometry as { type?: unknown } | null)?.type ?? "none");
  const isArea = (feature: VectorFeature) => /^(Polygon|MultiPolygon|GeometryCollection)$/.test(typeOf(feature));
  const others = features.filter((feature) => !isArea(feature));
  const [first] = others;
  if (first === undefined) return;
  const types = [...new Set(others.map(typeOf))].join(", ").replace("none", "without geometry");
  const count =
    others.length === features.length
      ? "none of its features is an area"
      : `${others.length} of ${features.length} features are no areas`;
  throw new ImportError({
    where: `${file}, ${first.where}`,
    what: `${count} (${types})`,
    remedy: "give a layer of polygons alone: take the others out, or name another layer of the file",
  });
}

/** A layer with its areas laid into the plane that all layers of the import share. */
export interface ProjectedLayer extends ImportedLayer {
  readonly prepared: PreparedLayer;
}

/** Lays layers into one equal-area plane through the middle of them all. */
export function projectLayers(layers: readonly ImportedLayer[]): ProjectedLayer[] {
  const boundaries = layers.flatMap(({ areas }) => areas.map(({ boundary }) => boundary));
  const plane: EqualAreaProjection = equalAreaProjection(coordinateBox(boundaries) ?? [0, 0, 0, 0]);
  return layers.map((layer) => ({ ...layer, prepared: prepareLayer(layer.areas, plane) }));
}

const MAX_TOLERANCE_M = 100_000; // that an edition may have

/** The default tolerance of the footprints with the coarser tier, whole metres, at least 1. */
export function deriveToleranceM(layers: readonly ProjectedLayer[]): number {
  const footprints = layers.find(({ layer }) => layer === "footprints");
  const tiers = layers.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  if (footprints === undefined) return 1;
  const byTier = tiers.map(({ prepared }) => defaultSliverToleranceM(footprints.prepared, prepared));
  return Math.min(MAX_TOLERANCE_M, Math.max(1, Math.round(Math.max(...byTier))));
}
