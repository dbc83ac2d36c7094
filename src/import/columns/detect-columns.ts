import { groupBy } from "../../model/group-by.js";
import type { VectorFeature, VectorLayer } from "../formats/vector-layer.js";
import { ImportError, type ImportProblem } from "../import-error.js";

/** The columns that hold a layer's codes and names. */
export interface LayerColumns {
  readonly code: string;
  readonly name: string;
  /** The choice, for the report: `codes from LAD17CD, names from LAD17NM (guessed)`. */
  readonly statement: string;
}

/** The columns that the flags name; null to guess. */
export interface ColumnOptions {
  readonly code: string | null;
  readonly name: string | null;
}

// Best first: ONS columns with the layer and the year (LAD17CD, stp17nm), then columns with a general name.
const CODE_COLUMNS = [
  /^[a-z]+\d{2}cd$/i,
  /^areacd$/i,
  /cd$/i,
  /^geoid\d*$/i,
  /code$/i,
  /^(gss|id|ref|reference)$/i,
  /_?id$/i,
];
const NAME_COLUMNS = [/^areanm$/i, /nm$/i, /^name$/i, /^name_?en$/i, /name$/i, /^namelsad$/i, /^(title|label)$/i];

/**
 * Chooses the columns of a layer's codes and names: the requested ones, or the best that are filled in every feature, with
 * unique codes. Without a column of codes, unique names serve as codes.
 *
 * @throws {ImportError} when there is no such column, or when the column of the codes repeats one
 */
export function detectColumns({ file, features }: VectorLayer, options: ColumnOptions, flag: string): LayerColumns {
  const columns = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))];
  for (const column of [options.code, options.name]) {
    if (column === null || columns.includes(column)) continue;
    throw new ImportError({
      where: file,
      what: `there is no column ${column}`,
      remedy: columns.length === 0 ? "give a file with columns" : `choose one of ${columns.join(", ")}`,
    });
  }
  if (options.code !== null) {
    const remedy = "give every area a unique code, or choose another column";
    const problems = keyProblems(file, features, { column: options.code, remedy });
    if (problems.length > 0) throw new ImportError(...problems);
    const name = options.name ?? guessName(features, columns, options.code) ?? options.code;
    return { code: options.code, name, statement: statement(options.code, name, options) };
  }
  const guess = guessCode(features, columns);
  const ambiguous = guess.skipped.find((column) => isLikelyCodeColumn(features, columns, column));
  if (ambiguous !== undefined) {
    const others = columns.filter((column) => column !== ambiguous).join(", ");
    const remedy = `give every area one feature (several parts as one MultiPolygon) and a unique code, or name another column with ${flag}-code: ${others}`;
    throw new ImportError(...keyProblems(file, features, { column: ambiguous, remedy }));
  }
  const code = guess.column ?? bestColumn(NAME_COLUMNS, columns, (column) => isKey(features, column));
  if (code === null) throw new ImportError(noCodeProblem(file, features, columns, flag));
  const name = options.name ?? guessName(features, columns, guess.column) ?? code;
  const others = guess.skipped.map((column) => `not from ${column}, ${describeRepeats(features, column)}`);
  return { code, name, statement: statement(code, name, options, others) };
}

function statement(code: string, name: string, options: ColumnOptions, others: readonly string[] = []): string {
  const isGuessed = options.code === null || options.name === null;
  return [`codes from ${code}`, ...others, `names from ${name}${isGuessed ? " (guessed)" : ""}`].join(", ");
}

/** `where AT occurs 9 times`. */
function describeRepeats(features: readonly VectorFeature[], column: string): string {
  const counts = [...groupBy(features, (feature) => cellText(feature, column))].map(([text, { length }]) => ({
    text,
    length,
  }));
  const [most] = counts.sort((p, q) => q.length - p.length);
  return `where ${most?.text} occurs ${most?.length} times`;
}

/** A guess at the column of codes, and the columns that look more like one but repeat values. */
interface CodeGuess {
  readonly column: string | null;
  readonly skipped: readonly string[];
}

function guessCode(features: readonly VectorFeature[], columns: readonly string[]): CodeGuess {
  const skipped = new Set<string>();
  for (const pattern of CODE_COLUMNS) {
    const alike = columns.filter((column) => pattern.test(column) && isFilled(features, column));
    const column = alike.find((name) => isKey(features, name));
    if (column !== undefined) return { column, skipped: [...skipped] };
    for (const repeated of alike) skipped.add(repeated);
  }
  return { column: null, skipped: [...skipped] };
}

/**
 * Whether a column with repeated values probably holds the layer's codes: most values differ, or names repeat with them,
 * as where each part of an area is a feature. Otherwise it describes something larger, such as the country.
 */
function isLikelyCodeColumn(features: readonly VectorFeature[], columns: readonly string[], column: string): boolean {
  const name = guessName(features, columns, column);
  const pairs = new Set(
    features.map((feature) => `${cellText(feature, column)}\0${cellText(feature, name ?? column)}`),
  );
  const codes = new Set(features.map((feature) => cellText(feature, column)));
  const names = new Set(features.map((feature) => cellText(feature, name ?? column)));
  const isNamedAlike = name !== null && pairs.size === codes.size && names.size === codes.size;
  return codes.size > features.length / 2 || (isNamedAlike && codes.size > 1);
}

function guessName(features: readonly VectorFeature[], columns: readonly string[], code: string | null): string | null {
  const stem = code?.replace(/cd$/i, "").toLowerCase();
  const twin = columns.find((column) => stem !== undefined && column.toLowerCase() === `${stem}nm`);
  return twin ?? bestColumn(NAME_COLUMNS, columns, (column) => isFilled(features, column));
}

function bestColumn(
  patterns: readonly RegExp[],
  columns: readonly string[],
  fits: (column: string) => boolean,
): string | null {
  for (const pattern of patterns) {
    const column = columns.find((name) => pattern.test(name) && fits(name));
    if (column !== undefined) return column;
  }
  return null;
}

function noCodeProblem(
  file: string,
  features: readonly VectorFeature[],
  columns: readonly string[],
  flag: string,
): ImportProblem {
  const likely = bestColumn([...CODE_COLUMNS, ...NAME_COLUMNS], columns, () => true);
  if (likely === null) {
    if (columns.length === 0) {
      const remedy = "give a file with a code or a name for every area";
      return { where: file, what: "there are no columns, so areas cannot be identified", remedy };
    }
    const what = `there is no column of codes or names among ${columns.join(", ")}`;
    return { where: file, what, remedy: `name the column of the codes with ${flag}-code` };
  }
  const [problem] = keyProblems(file, features, { column: likely, remedy: "" });
  const others = columns.filter((column) => column !== likely);
  const another = others.length === 0 ? "" : `, or name another column with ${flag}-code: ${others.join(", ")}`;
  return {
    where: problem?.where ?? file,
    what: problem?.what ?? "there is no column with unique values",
    remedy: `give every area a unique code (several parts as one MultiPolygon)${another}`,
  };
}

/** A column's value as text; empty for none. */
export function cellText({ columns }: VectorFeature, column: string): string {
  const value = columns[column];
  return typeof value === "string" || typeof value === "number" ? String(value).replaceAll("\0", "").trim() : "";
}

/** Whether every feature has a value in a column. */
function isFilled(features: readonly VectorFeature[], column: string): boolean {
  return features.every((feature) => cellText(feature, column) !== "");
}

/** Whether every feature has a value of its own in a column. */
function isKey(features: readonly VectorFeature[], column: string): boolean {
  const texts = features.map((feature) => cellText(feature, column));
  return texts.every((text) => text !== "") && new Set(texts).size === texts.length;
}

/** The empty and repeated codes of a column. */
function keyProblems(
  file: string,
  features: readonly VectorFeature[],
  { column, remedy }: { readonly column: string; readonly remedy: string },
): ImportProblem[] {
  const first = new Map<string, string>();
  return features.flatMap((feature) => {
    const text = cellText(feature, column);
    const earlier = first.get(text);
    if (text !== "" && earlier === undefined) {
      first.set(text, feature.where);
      return [];
    }
    const what =
      text === "" ? `the column ${column} is empty` : `${column} ${JSON.stringify(text)} occurs in ${earlier} too`;
    return [{ where: `${file}, ${feature.where}`, what, remedy }];
  });
}
