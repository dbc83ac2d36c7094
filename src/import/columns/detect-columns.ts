import { groupBy } from "../../model/group-by.js";
import type { VectorFeature, VectorLayer } from "../formats/vector-layer.js";
import { ImportError, type ImportProblem } from "../import-error.js";

/** The columns that hold a layer's codes and names. */
export interface LayerColumns {
  readonly code: string;
  readonly name: string;
  /** What was chosen and how, for the person who runs the import: `codes from LAD17CD, names from LAD17NM (guessed)`. */
  readonly statement: string;
}

/** Columns that the person names; null to have them guessed. */
export interface ColumnOptions {
  readonly code: string | null;
  readonly name: string | null;
}

// Best first: ONS's columns carry the layer and the year (LAD17CD, stp17nm), others only say what they are.
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
 * Chooses the columns of a layer's codes and names: the ones asked for, or the best that are filled in every feature, the
 * codes each once. Where nothing is a code, names that are each there once serve as codes.
 *
 * @throws {ImportError} when there is no such column, the one asked for will not do, or the one that is guessed has codes
 *   more than once
 */
export function detectColumns({ file, features }: VectorLayer, options: ColumnOptions, flag: string): LayerColumns {
  const columns = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))];
  for (const column of [options.code, options.name]) {
    if (column === null || columns.includes(column)) continue;
    throw new ImportError({
      where: file,
      what: `has no column ${column}`,
      remedy: columns.length === 0 ? "it has none: take a file that has" : `choose one of ${columns.join(", ")}`,
    });
  }
  if (options.code !== null) {
    const remedy = "give every area a code of its own, or choose another column";
    const problems = keyProblems(file, features, { column: options.code, remedy });
    if (problems.length > 0) throw new ImportError(...problems);
    const name = options.name ?? guessName(features, columns, options.code) ?? options.code;
    return { code: options.code, name, statement: statement(options.code, name, options) };
  }
  const guess = guessCode(features, columns);
  const meant = guess.passedOver.find((column) => isMeantForCodes(features, columns, column));
  if (meant !== undefined) {
    const remedy = `give every area one feature (several parts as one MultiPolygon) and a code of its own, or name another column with ${flag}-code: ${columns.filter((column) => column !== meant).join(", ")}`;
    throw new ImportError(...keyProblems(file, features, { column: meant, remedy }));
  }
  const code = guess.column ?? bestColumn(NAME_COLUMNS, columns, (column) => isKey(features, column));
  if (code === null) throw new ImportError(noCodeProblem(file, features, columns, flag));
  const name = options.name ?? guessName(features, columns, guess.column) ?? code;
  const others = guess.passedOver.map((column) => `not from ${column}, ${describeRepeats(features, column)}`);
  return { code, name, statement: statement(code, name, options, others) };
}

function statement(code: string, name: string, options: ColumnOptions, others: readonly string[] = []): string {
  const isGuessed = options.code === null || options.name === null;
  return [`codes from ${code}`, ...others, `names from ${name}${isGuessed ? " (guessed)" : ""}`].join(", ");
}

/** `where AT is there 9 times`. */
function describeRepeats(features: readonly VectorFeature[], column: string): string {
  const counts = [...groupBy(features, (feature) => cellText(feature, column))].map(([text, { length }]) => ({
    text,
    length,
  }));
  const [most] = counts.sort((p, q) => q.length - p.length);
  return `where ${most?.text} is there ${most?.length} times`;
}

/** A guess at the column of codes, and the columns that look more like one but have values more than once. */
interface CodeGuess {
  readonly column: string | null;
  readonly passedOver: readonly string[];
}

function guessCode(features: readonly VectorFeature[], columns: readonly string[]): CodeGuess {
  const passedOver = new Set<string>();
  for (const pattern of CODE_COLUMNS) {
    const alike = columns.filter((column) => pattern.test(column) && isFilled(features, column));
    const column = alike.find((name) => isKey(features, name));
    if (column !== undefined) return { column, passedOver: [...passedOver] };
    for (const repeated of alike) passedOver.add(repeated);
  }
  return { column: null, passedOver: [...passedOver] };
}

/**
 * Whether a column whose values repeat is to have the layer's codes all the same: most of them differ, or names repeat
 * with them, as where each part of an area is a feature. Else it is about something larger, such as the country.
 */
function isMeantForCodes(features: readonly VectorFeature[], columns: readonly string[], column: string): boolean {
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
      const remedy = "give a file that has a code or a name for every area";
      return { where: file, what: "has no columns, so that nothing tells its areas apart", remedy };
    }
    const what = `has no column that looks like codes or names: its columns are ${columns.join(", ")}`;
    return { where: file, what, remedy: `name one with ${flag}-code` };
  }
  const [problem] = keyProblems(file, features, { column: likely, remedy: "" });
  const others = columns.filter((column) => column !== likely);
  const another = others.length === 0 ? "" : `, or name another column with ${flag}-code: ${others.join(", ")}`;
  return {
    where: problem?.where ?? file,
    what: problem?.what ?? `has no column whose values are each there once`,
    remedy: `give every area a code of its own (areas of several parts as one MultiPolygon)${another}`,
  };
}

/** A column's value as text; empty where there is none. */
export function cellText({ columns }: VectorFeature, column: string): string {
  const value = columns[column];
  return typeof value === "string" || typeof value === "number" ? String(value).replaceAll("\0", "").trim() : "";
}

/** Whether every feature has something in a column. */
export function isFilled(features: readonly VectorFeature[], column: string): boolean {
  return features.every((feature) => cellText(feature, column) !== "");
}

/** Whether every feature has something in a column that no other has. */
export function isKey(features: readonly VectorFeature[], column: string): boolean {
  const texts = features.map((feature) => cellText(feature, column));
  return texts.every((text) => text !== "") && new Set(texts).size === texts.length;
}

/** Empty and repeated codes of a column, each with its place and the remedy. */
export function keyProblems(
  file: string,
  features: readonly VectorFeature[],
  { column, remedy }: { readonly column: string; readonly remedy: string },
): ImportProblem[] {
  const first = new Map<string, string>();
  return features.flatMap((feature) => {
    const text = cellText(feature, column);
    const before = first.get(text);
    if (text !== "" && before === undefined) {
      first.set(text, feature.where);
      return [];
    }
    const what = text === "" ? `has nothing in ${column}` : `has ${column} ${text}, which ${before} has too`;
    return [{ where: `${file}, ${feature.where}`, what, remedy }];
  });
}
