import type { Blocks } from "../model/blocks.js";
import { numberWithin, readCsvTable, wholeNumber } from "./csv-table.js";
import { COLUMNS } from "./edition-files.js";
import type { Problem } from "./problem.js";

/** Reads blocks.csv: codes that no other row has, a point on Earth, a whole number of people. */
export function readBlocks(path: string, into: Problem[]): Blocks {
  const { rows, problems } = readCsvTable(path, COLUMNS.blocks, into);
  const seen = new Set<string>();
  const lons = new Float64Array(rows.length);
  const lats = new Float64Array(rows.length);
  const populations = new Int32Array(rows.length);
  rows.forEach(({ cells, where }, i) => {
    if (cells.code === "" || seen.has(cells.code))
      problems.add(where, cells.code, "a block code that no other row has");
    seen.add(cells.code);
    lons[i] = numberWithin(cells.lon, { least: -180, most: 180, what: "a longitude" }, where, problems) ?? 0;
    lats[i] = numberWithin(cells.lat, { least: -90, most: 90, what: "a latitude" }, where, problems) ?? 0;
    populations[i] = wholeNumber(cells.population, where, problems) ?? 0;
  });
  return { codes: rows.map(({ cells }) => cells.code), lons, lats, populations };
}
