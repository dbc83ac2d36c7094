import type { PreparedLayer } from "@coterminous/overlap";
import { COLUMNS } from "../../edition/edition-files.js";
import type { TableRows } from "../../edition/write-edition.js";
import { cellText } from "../columns/detect-columns.js";
import { reprojectLayer } from "../crs/reproject-layer.js";
import { readVectorFile } from "../formats/read-vector-file.js";
import { ImportError } from "../import-error.js";
import { checkPolygonal, importLayer, rejectInvalidAreas } from "../import-layer.js";
import type { LayerRequest } from "../import-options.js";
import { interpolatePopulation } from "./areal-interpolation.js";
import { isCsvPath, type PopulationPoint, readPopulationCsv } from "./population-csv.js";

/** People at points, and what to say of them. */
export interface PopulationTable {
  readonly table: TableRows;
  /** What the numbers are, for all who read them. */
  readonly basis: string;
  readonly note: string;
  readonly source: { readonly title: string; readonly sha256: string };
}

/**
 * Reads the people of an edition: a table of points with counts, or polygons with counts, which are spread by area.
 *
 * @param request its address, and as `name` the column of the counts
 * @param layers what polygons are cut by, in one plane
 * @throws {ImportError} with what is wrong with the file
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
      note: `People: ${total(points)} at the ${points.length} points of ${file}; each counts where its point lies.`,
      source: { title: `People: ${file}`, sha256 },
    };
  }
  const file = await readVectorFile(request.address);
  checkPolygonal(file);
  const column = detectCountColumn(file, request.name);
  const counts = new Map(file.features.map((feature, i) => [`${i + 1}`, readCount(file.file, feature, column)]));
  // The place in the file is a code that every polygon has, whatever its columns hold.
  const numbered = { ...file, features: file.features.map((item, i) => ({ ...item, columns: { code: `${i + 1}` } })) };
  const columns = { code: "code", name: "code", statement: "" };
  const { areas } = rejectInvalidAreas(importLayer("members", reprojectLayer(numbered, request, "--weights"), columns));
  const points = interpolatePopulation(
    areas.map((area) => ({ ...area, count: counts.get(area.code) ?? 0 })),
    layers,
  );
  const spread = `the ${areas.length} polygons of ${file.file}, spread by area over ${points.length} pieces between all borders`;
  return {
    table: blocksTable(points),
    basis: basis ?? `counts of ${file.file}, spread by area`,
    note: `People: ${total(points)} (${column}) of ${spread}: within a polygon everybody is taken to live evenly.`,
    source: { title: `People: ${file.file} (${file.format})`, sha256: file.sha256 },
  };
}

function blocksTable(points: readonly PopulationPoint[]): TableRows {
  return [COLUMNS.blocks, ...points.map(({ code, lon, lat, count }) => [code, lon, lat, count])];
}

function total(points: readonly PopulationPoint[]): number {
  return points.reduce((sum, { count }) => sum + count, 0);
}

type Layer = Awaited<ReturnType<typeof readVectorFile>>;

const COUNT_COLUMNS = [/^(population|people|persons|residents|count|total|weight|number)$/i, /pop/i, /persons/i];

function detectCountColumn({ file, features }: Layer, requested: string | null): string {
  const columns = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))];
  const found =
    requested ??
    COUNT_COLUMNS.map((pattern) => columns.find((column) => pattern.test(column))).find((c) => c !== undefined);
  if (found !== undefined && columns.includes(found)) return found;
  const what = requested === null ? "has no column that looks like a count" : `has no column ${requested}`;
  throw new ImportError({
    where: file,
    what,
    remedy: `name one with --weights-count: ${columns.join(", ") || "there are none"}`,
  });
}

function readCount(file: string, feature: Layer["features"][number], column: string): number {
  const text = cellText(feature, column).replaceAll(",", "");
  const count = text === "" ? Number.NaN : Number(text);
  if (count >= 0 && Number.isInteger(count)) return count;
  const what = `has ${column} ${JSON.stringify(text)}`;
  throw new ImportError({ where: `${file}, ${feature.where}`, what, remedy: "give a whole number, 0 or more" });
}
