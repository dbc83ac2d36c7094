import type { PreparedLayer } from "@coterminous/overlap";
import type { TableRows } from "../../edition/csv-table.js";
import { COLUMNS } from "../../edition/edition-files.js";
import { cellText } from "../columns/detect-columns.js";
import { reprojectLayer } from "../crs/reproject-layer.js";
import { readVectorFile } from "../formats/read-vector-file.js";
import type { VectorFeature, VectorLayer } from "../formats/vector-layer.js";
import { ImportError } from "../import-error.js";
import { checkPolygonal, importLayer, rejectInvalidAreas } from "../import-layer.js";
import type { LayerRequest } from "../import-options.js";
import { interpolatePopulation } from "./areal-interpolation.js";
import { findCountColumn, isCsvPath, type PopulationPoint, parseCount, readPopulationCsv } from "./population-csv.js";

/** The population at points, with its description. */
export interface PopulationTable {
  readonly table: TableRows;
  /** What the figures count: "Census 2021 residents". */
  readonly basis: string;
  readonly note: string;
  readonly source: { readonly title: string; readonly sha256: string };
}

/**
 * Reads the population of an edition: a table of points with counts, or polygons with counts, which are spread by area.
 *
 * @param request its address, and as `name` the column of the counts
 * @param layers the layers whose borders split the polygons, in one plane
 * @throws {ImportError} with every problem of the file
 */
export async function readPopulation(
  request: LayerRequest,
  basis: string | null,
  layers: readonly PreparedLayer[],
): Promise<PopulationTable> {
  if (isCsvPath(request.address)) {
    const { file, sha256, points } = readPopulationCsv(request.address, request.name);
    return {
      table: blocksTable(points),
      basis: basis ?? `counts at the points of ${file}`,
      note: `Population: ${total(points)} people at the ${points.length} points of ${file}; each counts where its point lies.`,
      source: { title: `Population: ${file}`, sha256 },
    };
  }
  const file = await readVectorFile(request.address);
  checkPolygonal(file);
  const column = detectCountColumn(file, request.name);
  const counts = new Map(file.features.map((feature, i) => [`${i + 1}`, readCount(file.file, feature, column)]));
  // Polygons need no codes of their own: their numbers in the file serve.
  const numbered = { ...file, features: file.features.map((item, i) => ({ ...item, columns: { code: `${i + 1}` } })) };
  const columns = { code: "code", name: "code", statement: "" };
  const { areas } = rejectInvalidAreas(importLayer("members", reprojectLayer(numbered, request, "--weights"), columns));
  const points = interpolatePopulation(
    areas.map((area) => ({ ...area, count: counts.get(area.code) ?? 0 })),
    layers,
  );
  const spread = `the ${areas.length} polygons of ${file.file}, spread by area over the ${points.length} pieces between all borders`;
  return {
    table: blocksTable(points),
    basis: basis ?? `counts of ${file.file}, spread by area`,
    note: `Population: ${total(points)} people (${column}) in ${spread}, as if they lived evenly across each polygon.`,
    source: { title: `Population: ${file.file} (${file.format})`, sha256: file.sha256 },
  };
}

function blocksTable(points: readonly PopulationPoint[]): TableRows {
  return [COLUMNS.blocks, ...points.map(({ code, lon, lat, count }) => [code, lon, lat, count])];
}

function total(points: readonly PopulationPoint[]): number {
  return points.reduce((sum, { count }) => sum + count, 0);
}

function detectCountColumn({ file, features }: VectorLayer, requested: string | null): string {
  const columns = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))];
  const column = requested ?? findCountColumn(columns);
  if (column !== undefined && columns.includes(column)) return column;
  throw new ImportError({
    where: file,
    what: requested === null ? "there is no column that looks like a count" : `there is no column ${requested}`,
    remedy: `name one with --weights-count: ${columns.join(", ") || "the file has none"}`,
  });
}

function readCount(file: string, feature: VectorFeature, column: string): number {
  const text = cellText(feature, column);
  const count = parseCount(text);
  if (count !== null) return count;
  const what = `the ${column} is ${JSON.stringify(text)}`;
  throw new ImportError({ where: `${file}, ${feature.where}`, what, remedy: "give a whole number of at least 0" });
}
