import type { FootprintCode } from "../model/code.js";
import type { SchemeValue, SourcedRating } from "../model/rating.js";
import { readCsvTable, textOrNull, wholeNumber } from "./csv-table.js";
import { COLUMNS } from "./edition-files.js";
import type { Problem } from "./problem.js";
import type { AreaRows } from "./read-areas.js";

/** Between the sources of one rating, as a cell holds them. */
export const SOURCE_SEPARATOR = " ; ";

/** Reads schemes.csv: the values of each measure's scale, each once; a rank and a published total where known. */
export function readSchemes(path: string, into: Problem[]): SchemeValue[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.schemes, into);
  const seen = new Set<string>();
  return rows.map(({ cells, where }) => {
    const key = `${cells.measure} ${cells.rating}`;
    if (cells.measure === "") problems.add(where, "", "a measure");
    if (cells.rating === "" || seen.has(key)) problems.add(where, cells.rating, "a rating that its measure has once");
    seen.add(key);
    return {
      measure: cells.measure,
      rank: cells.rank === "" ? null : wholeNumber(cells.rank, where, problems),
      rating: cells.rating,
      label: cells.label,
      publishedTotal: cells.published_total === "" ? null : wholeNumber(cells.published_total, where, problems),
    };
  });
}

/** Reads ratings.csv: a footprint of areas.csv, a rating on its measure's scale, one a footprint and measure, with sources. */
export function readRatings(
  path: string,
  areas: AreaRows,
  schemes: readonly SchemeValue[],
  into: Problem[],
): SourcedRating[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.ratings, into);
  const seen = new Set<string>();
  return rows.map(({ cells, where }) => {
    const scale = schemes.filter((value) => value.measure === cells.measure).map((value) => value.rating);
    const key = `${cells.footprint} ${cells.measure}`;
    if (!areas.footprints.has(cells.footprint)) problems.add(where, cells.footprint, "a footprint of areas.csv");
    if (scale.length === 0) problems.add(where, cells.measure, "a measure of schemes.csv");
    else if (!scale.includes(cells.rating))
      problems.add(where, cells.rating, `a rating on the scale of ${cells.measure}: ${scale.join(", ")}`);
    if (seen.has(key)) problems.add(where, key, "one rating for each footprint and measure");
    seen.add(key);
    const sources = cells.sources.split(SOURCE_SEPARATOR).filter((source) => source !== "");
    if (sources.length === 0) problems.add(where, cells.sources, "at least one source");
    return {
      footprintCode: cells.footprint as FootprintCode,
      measure: cells.measure,
      rating: cells.rating,
      confidence: textOrNull(cells.confidence) ?? "UNSTATED",
      sources,
    };
  });
}
