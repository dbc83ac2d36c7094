import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { editDistance } from "../analysis/search/edit-distance.js";
import { compareText } from "../model/by-code.js";
import type { FootprintCode } from "../model/code.js";
import type { SchemeValue, SourcedRating } from "../model/rating.js";
import { writeAtomically } from "../store/write-atomically.js";
import { type CsvRow, csvText, readCsvTable, textOrNull } from "./csv-table.js";
import { COLUMNS, EDITION_FILES } from "./edition-files.js";
import { readManifest } from "./manifest.js";
import { type AreaRows, readAreas } from "./read-areas.js";
import { aliasKey, readAliases, readRatings, readSchemes, SOURCE_SEPARATOR } from "./read-tables.js";
import { EditionError, type IssueCollector, type ValidationIssue } from "./validation-issue.js";

/** How many ratings were added, replaced and kept. */
export interface LoadedRatings {
  readonly added: number;
  /** Existing ratings that a row of the file replaced. */
  readonly replaced: number;
  /** Existing ratings that are not in the file. */
  readonly kept: number;
}

const FILE_COLUMNS = ["footprint", "measure", "rating", "source"] as const;

/**
 * Loads a table of ratings into an edition's folder. A row replaces the existing rating of its footprint and measure; all
 * others stay.
 *
 * The file has the columns footprint (a code, name or alias), measure, rating (as the scale has it, or its label) and
 * source, and may have confidence.
 * @throws {EditionError} with every problem of the file; nothing is written then
 */
export function loadRatings(folder: string, file: string): LoadedRatings {
  const problems: ValidationIssue[] = [];
  const { names, schemes, existing } = readExisting(folder, problems);
  const table = readCsvTable(file, FILE_COLUMNS, problems);
  const rated = table.rows.flatMap((row) => rating(row, { names, schemes, problems: table.problems }));
  const loaded = rejectDuplicates(rated, table.problems);
  if (problems.length > 0) throw new EditionError(basename(folder), problems);

  const kept = existing.filter((old) => !loaded.has(keyOf(old)));
  const text = formatRatingsCsv([...kept, ...loaded.values()]);
  writeAtomically(join(folder, EDITION_FILES.ratings), (path) => writeFileSync(path, text));
  const replaced = existing.length - kept.length;
  return { added: loaded.size - replaced, replaced, kept: kept.length };
}

function readExisting(folder: string, problems: ValidationIssue[]) {
  const path = (name: keyof typeof EDITION_FILES) => join(folder, EDITION_FILES[name]);
  const edition = readManifest(path("manifest"), problems);
  if (edition === null) throw new EditionError(basename(folder), problems);
  const areas = readAreas(path("areas"), edition, problems);
  const aliases = existsSync(path("aliases")) ? readAliases(path("aliases"), areas, problems) : new Map();
  const schemes = existsSync(path("schemes")) ? readSchemes(path("schemes"), problems) : [];
  const existing = existsSync(path("ratings")) ? readRatings(path("ratings"), areas, schemes, problems) : [];
  return { names: footprintMatcher(areas, aliases), schemes, existing };
}

interface RatingContext {
  readonly names: FootprintMatcher;
  readonly schemes: readonly SchemeValue[];
  readonly problems: IssueCollector;
}

/** A rating with the row it comes from. */
type RatedRow = SourcedRating & { readonly where: string };

/** The rating of a row; none when it has a problem, and all its problems are reported. */
function rating({ cells, where }: CsvRow<string>, { names, schemes, problems }: RatingContext): RatedRow[] {
  const { footprint = "", measure = "", source = "", confidence = "" } = cells;
  const footprintCode = names.find(footprint);
  if (footprintCode === null) {
    problems.add(where, footprint, `a footprint's code or name; the nearest is ${names.nearest(footprint)}`);
  }
  const scale = schemes.filter((value) => value.measure === measure);
  const value = scale.find((candidate) => matchesRating(candidate, cells.rating ?? ""));
  if (scale.length === 0) {
    const measures = [...new Set(schemes.map((scheme) => scheme.measure))];
    problems.add(where, measure, measures.length > 0 ? `a measure: ${measures.join(", ")}` : "an edition with a scale");
  } else if (value === undefined) {
    const ratings = scale.map((candidate) => candidate.rating);
    problems.add(where, cells.rating ?? "", `a rating on the scale of ${measure}: ${ratings.join(", ")}`);
  }
  if (source === "") problems.add(where, source, "a source");
  if (footprintCode === null || value === undefined || source === "") return [];
  const sources = source.split(SOURCE_SEPARATOR);
  return [
    { where, footprintCode, measure, rating: value.rating, confidence: textOrNull(confidence) ?? "UNSTATED", sources },
  ];
}

function matchesRating({ rating, label }: SchemeValue, text: string): boolean {
  const plain = (words: string) => words.toLowerCase().replaceAll("_", " ");
  return [rating, label].some((name) => plain(name) === plain(text));
}

function rejectDuplicates(rated: readonly RatedRow[], problems: IssueCollector): ReadonlyMap<string, RatedRow> {
  const byKey = new Map<string, RatedRow>();
  for (const row of rated) {
    const first = byKey.get(keyOf(row));
    if (first === undefined) byKey.set(keyOf(row), row);
    else problems.add(row.where, keyOf(row), `one rating for each footprint and measure; ${first.where} gives it too`);
  }
  return byKey;
}

function keyOf({ footprintCode, measure }: SourcedRating): string {
  return `${footprintCode} ${measure}`;
}

function formatRatingsCsv(ratings: readonly SourcedRating[]): string {
  const rows = ratings
    .toSorted((a, b) => compareText(keyOf(a), keyOf(b)))
    .map(({ footprintCode, measure, rating, confidence, sources }) => [
      footprintCode,
      measure,
      rating,
      confidence,
      sources.join(SOURCE_SEPARATOR),
    ]);
  return csvText([COLUMNS.ratings, ...rows]);
}

/** Finds footprints by code, name or alias. */
export interface FootprintMatcher {
  /** The footprint with this code, name or alias, whatever its case and spacing; null for none, or for more than one. */
  find(text: string): FootprintCode | null;
  /** The name nearest to a text. */
  nearest(text: string): string;
}

/** The names of an edition's footprints. */
export function footprintMatcher(
  { footprints }: AreaRows,
  aliases: ReadonlyMap<string, readonly string[]>,
): FootprintMatcher {
  const named = [...footprints.values()].flatMap(({ code, name }) =>
    [code, name, ...(aliases.get(aliasKey("footprints", code)) ?? [])].map((label) => ({ code, label })),
  );
  return {
    find: (text) => {
      const codes = new Set(
        named.filter(({ label }) => normalizeName(label) === normalizeName(text)).map(({ code }) => code),
      );
      const [only] = codes;
      return codes.size === 1 ? (only as FootprintCode) : null;
    },
    nearest: (text) => {
      const distance = (label: string) =>
        editDistance(normalizeName(label), normalizeName(text), label.length + text.length);
      const sorted = named.map(({ label }) => ({ label, errors: distance(label) })).sort((a, b) => a.errors - b.errors);
      return sorted[0]?.label ?? "";
    },
  };
}

function normalizeName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
