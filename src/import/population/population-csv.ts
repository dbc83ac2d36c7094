import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import proj4 from "proj4";
import { readCsvTable } from "../../edition/csv-table.js";
import { formatIssue, type ValidationIssue } from "../../edition/validation-issue.js";
import { findCrs } from "../crs/crs-registry.js";
import { ImportError, type ImportProblem } from "../import-error.js";

/** People at points. */
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

const X_COLUMNS = [/^(lon|long|longitude|lng)$/i, /^(easting|eastings|east|x|bng_e)$/i];
const Y_COLUMNS = [/^(lat|latitude)$/i, /^(northing|northings|north|y|bng_n)$/i];
const COUNT_COLUMNS = [/^(population|people|persons|residents|count|total|weight|number|n)$/i, /pop/i, /all.?persons/i];
const CODE_COLUMNS = [/^code$/i, /cd$/i, /code$/i, /^(id|ref|name)$/i];

/** Whether a weights file is a table of points; other files hold polygons. */
export function isCsvPath(path: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(path);
}

/**
 * Reads a CSV of points: longitude and latitude, or easting and northing on the British National Grid, and a whole number.
 *
 * @param countColumn the column of the numbers; null to have it guessed
 * @throws {ImportError} with every row that cannot be used
 */
export function readPopulationCsv(path: string, countColumn: string | null): PopulationCsv {
  const file = basename(path);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new ImportError({ where: file, what: `is not there (${path})`, remedy: "check the path" });
  }
  const found: ValidationIssue[] = [];
  const { rows } = readCsvTable<string>(path, [], found);
  if (found.length > 0)
    throw new ImportError(
      ...found.map((problem) => ({ where: "--weights", what: formatIssue(problem), remedy: "correct the table" })),
    );
  const columns = Object.keys(rows[0]?.cells ?? {});
  const pick = (patterns: readonly RegExp[]) =>
    patterns.map((pattern) => columns.find((column) => pattern.test(column))).find((column) => column !== undefined);
  const [x, y, guessed, code] = [X_COLUMNS, Y_COLUMNS, COUNT_COLUMNS, CODE_COLUMNS].map(pick);
  const count = countColumn === null ? guessed : columns.find((column) => column === countColumn);
  if (x === undefined || y === undefined || count === undefined) {
    const lacks =
      x === undefined || y === undefined ? "a place (lon and lat, or easting and northing)" : "a count (population)";
    const what = `has no column for ${lacks}: its columns are ${columns.join(", ") || "none"}`;
    throw new ImportError({
      where: file,
      what,
      remedy: "rename the columns to lon, lat and population, or name the count with --weights-count",
    });
  }
  const problems: ImportProblem[] = [];
  const toLonLat = /^(lon|lng)/i.test(x) ? null : gridToDegrees();
  const codes = codesOrRowNumbers(rows.map(({ cells }) => cells[code ?? ""] ?? ""));
  const points = rows.map(({ cells, where }, i): PopulationPoint => {
    const [a, b, people] = [cells[x], cells[y], cells[count]].map((cell) => parseCount(cell));
    const [lon = Number.NaN, lat = Number.NaN] =
      toLonLat === null ? [a, b] : toLonLat([a ?? Number.NaN, b ?? Number.NaN]);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      problems.push({
        where: `${file}, ${where}`,
        what: `lies at ${cells[x]}, ${cells[y]}, no place on Earth`,
        remedy: "correct it or take the row out",
      });
    }
    if (people === undefined || !(people >= 0) || !Number.isInteger(people)) {
      problems.push({
        where: `${file}, ${where}`,
        what: `counts ${JSON.stringify(cells[count])}`,
        remedy: "give a whole number, 0 or more",
      });
    }
    return { code: codes[i] ?? `${i + 1}`, lon, lat, count: people ?? 0 };
  });
  if (problems.length > 0) throw new ImportError(...problems);
  return { file, sha256: createHash("sha256").update(readFileSync(path)).digest("hex"), points };
}

function gridToDegrees(): (position: [number, number]) => number[] {
  const { forward } = proj4(findCrs(27700)?.proj4 ?? "", "WGS84");
  return (position) => (position.every(Number.isFinite) ? forward(position) : position);
}

// Publishers write thousands with commas.
function parseCount(cell: string | undefined): number {
  const text = (cell ?? "").replaceAll(",", "").trim();
  return text === "" ? Number.NaN : Number(text);
}

// The table's codes where each is there once; else the places of the rows.
function codesOrRowNumbers(codes: readonly string[]): readonly string[] {
  const isKey = codes.every((code) => code !== "") && new Set(codes).size === codes.length;
  return isKey ? codes : codes.map((_, i) => `${i + 1}`);
}
