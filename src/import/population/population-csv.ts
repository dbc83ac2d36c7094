import { basename } from "node:path";
import proj4 from "proj4";
import type { CsvRow } from "../../edition/csv-table.js";
import { fileSha256 } from "../../edition/manifest.js";
import { findCrs } from "../crs/crs-registry.js";
import { ImportError, type ImportProblem } from "../import-error.js";
import { readTable } from "../rating-tables.js";

/** People at a point. */
export interface PopulationPoint {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
}

/** A table of points with counts. */
export interface PopulationCsv {
  readonly file: string;
  readonly sha256: string;
  readonly points: readonly PopulationPoint[];
}

/** Whether a population file is a table of points; any other file holds polygons. */
export function isCsvPath(path: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(path);
}

/**
 * Reads a CSV of points: longitude and latitude, or easting and northing on the British National Grid, and a whole number.
 *
 * @param countColumn the column of the numbers; null to guess it
 * @throws {ImportError} with every row that cannot be used
 */
export function readPopulationCsv(path: string, countColumn: string | null): PopulationCsv {
  const file = basename(path);
  const rows = readTable(path, []);
  const columns = chooseColumns(file, rows, countColumn);
  const codes = rowCodes(rows.map(({ cells }) => cells[columns.code ?? ""] ?? ""));
  const parsed = rows.map((row, i) => parseRow(row, columns, { file, code: codes[i] ?? "" }));
  const problems = parsed.flatMap((row) => row.problems);
  if (problems.length > 0) throw new ImportError(...problems);
  return { file, sha256: fileSha256(path), points: parsed.map(({ point }) => point) };
}

/** A count in a cell, with or without commas between thousands; null unless it is a whole number of at least 0. */
export function parseCount(text: string): number | null {
  const digits = text.replaceAll(",", "").trim();
  const count = digits === "" ? Number.NaN : Number(digits);
  return count >= 0 && Number.isInteger(count) ? count : null;
}

/** The column whose name looks most like a count; undefined for none. */
export function findCountColumn(columns: readonly string[]): string | undefined {
  return findColumn(COUNT_COLUMNS, columns);
}

const X_COLUMNS = [/^(lon|long|longitude|lng)$/i, /^(easting|eastings|east|x|bng_e)$/i];
const Y_COLUMNS = [/^(lat|latitude)$/i, /^(northing|northings|north|y|bng_n)$/i];
const COUNT_COLUMNS = [/^(population|people|persons|residents|count|total|weight|number|n)$/i, /pop/i, /persons/i];
const CODE_COLUMNS = [/^code$/i, /cd$/i, /code$/i, /^(id|ref|name)$/i];

interface PopulationColumns {
  readonly x: string;
  readonly y: string;
  readonly count: string;
  readonly code: string | undefined;
  /** Converts coordinates on a grid to degrees; null where they are degrees. */
  readonly toLonLat: ((position: [number, number]) => number[]) | null;
}

function chooseColumns(file: string, rows: readonly CsvRow<string>[], countColumn: string | null): PopulationColumns {
  const columns = Object.keys(rows[0]?.cells ?? {});
  const [x, y] = [findColumn(X_COLUMNS, columns), findColumn(Y_COLUMNS, columns)];
  const count = countColumn === null ? findCountColumn(columns) : columns.find((column) => column === countColumn);
  if (x !== undefined && y !== undefined && count !== undefined) {
    const toLonLat = /^(lon|lng)/i.test(x) ? null : gridToDegrees();
    return { x, y, count, code: findColumn(CODE_COLUMNS, columns), toLonLat };
  }
  const missing =
    x === undefined || y === undefined ? "position (lon and lat, or easting and northing)" : "count (population)";
  throw new ImportError({
    where: file,
    what: `there is no column for the ${missing} among ${columns.join(", ") || "none"}`,
    remedy: "rename the columns to lon, lat and population, or name the count with --weights-count",
  });
}

function findColumn(patterns: readonly RegExp[], columns: readonly string[]): string | undefined {
  const matches = patterns.map((pattern) => columns.find((column) => pattern.test(column)));
  return matches.find((column) => column !== undefined);
}

function gridToDegrees(): (position: [number, number]) => number[] {
  const { forward } = proj4(findCrs(27700)?.proj4 ?? "", "WGS84");
  return (position) => (position.every(Number.isFinite) ? forward(position) : position);
}

// The table's codes where they are unique; else row numbers.
function rowCodes(codes: readonly string[]): readonly string[] {
  const isUnique = codes.every((code) => code !== "") && new Set(codes).size === codes.length;
  return isUnique ? codes : codes.map((_, i) => `${i + 1}`);
}

function parseRow(
  { cells, where: row }: CsvRow<string>,
  { x, y, count: countColumn, toLonLat }: PopulationColumns,
  { file, code }: { readonly file: string; readonly code: string },
): { readonly point: PopulationPoint; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const where = `${file}, ${row}`;
  const position: [number, number] = [parseCoordinate(cells[x]), parseCoordinate(cells[y])];
  const [lon = Number.NaN, lat = Number.NaN] = toLonLat === null ? position : toLonLat(position);
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    const what = `the position ${cells[x]}, ${cells[y]} is not on Earth`;
    problems.push({ where, what, remedy: "correct it or remove the row" });
  }
  const count = parseCount(cells[countColumn] ?? "");
  if (count === null) {
    const what = `the count is ${JSON.stringify(cells[countColumn])}`;
    problems.push({ where, what, remedy: "give a whole number of at least 0" });
  }
  return { point: { code, lon, lat, count: count ?? 0 }, problems };
}

function parseCoordinate(cell = ""): number {
  const text = cell.replaceAll(",", "").trim();
  return text === "" ? Number.NaN : Number(text);
}
