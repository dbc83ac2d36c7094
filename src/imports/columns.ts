import type { FileFeature, LayerFile } from "./files/layer-file.js";
import { ImportError, type ImportProblem } from "./import-error.js";

/** The columns that hold a layer's codes and names. */
export interface LayerColumns {
  readonly code: string;
  readonly name: string;
  /** What was chosen and how, for the person who runs the import: `codes from LAD17CD, names from LAD17NM (guessed)`. */
  readonly statement: string;
}

/** Columns that the person names; null to have them guessed. */
export interface AskedColumns {
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
 * @throws {ImportError} when there is no such column, or the one asked for will not do
 */
export function layerColumns({ file, features }: LayerFile, asked: AskedColumns, flag: string): LayerColumns {
  const columns = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))];
  for (const column of [asked.code, asked.name]) {
    if (column === null || columns.includes(column)) continue;
    throw new ImportError({
      where: file,
      what: `has no column ${column}`,
      remedy: `choose one of ${columns.join(", ")}`,
    });
  }
  const code = asked.code ?? guessedCode(features, columns);
  const name = asked.name ?? guessedName(features, columns, code) ?? code;
  if (code === null || name === null) {
    const unique = bestColumn(NAME_COLUMNS, columns, (column) => isKey(features, column));
    if (code === null && unique !== null)
      return { code: unique, name: asked.name ?? unique, statement: statement(unique, unique, asked) };
    throw new ImportError(noCode(file, features, columns, flag));
  }
  const problems = asked.code === null ? [] : keyProblems(file, features, code);
  if (problems.length > 0) throw new ImportError(...problems);
  return { code, name, statement: statement(code, name, asked) };
}

function statement(code: string, name: string, asked: AskedColumns): string {
  const isGuessed = asked.code === null || asked.name === null;
  return `codes from ${code}, names from ${name}${isGuessed ? " (guessed)" : ""}`;
}

function guessedCode(features: readonly FileFeature[], columns: readonly string[]): string | null {
  return bestColumn(CODE_COLUMNS, columns, (column) => isKey(features, column));
}

function guessedName(features: readonly FileFeature[], columns: readonly string[], code: string | null): string | null {
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

/** A column's value as text; empty where there is none. */
export function cellText({ columns }: FileFeature, column: string): string {
  const value = columns[column];
  return typeof value === "string" || typeof value === "number" ? String(value).replaceAll("\0", "").trim() : "";
}

function isFilled(features: readonly FileFeature[], column: string): boolean {
  return features.every((feature) => cellText(feature, column) !== "");
}

function isKey(features: readonly FileFeature[], column: string): boolean {
  const texts = features.map((feature) => cellText(feature, column));
  return texts.every((text) => text !== "") && new Set(texts).size === texts.length;
}

/** Empty and repeated codes of a column. */
function keyProblems(file: string, features: readonly FileFeature[], column: string): ImportProblem[] {
  const first = new Map<string, string>();
  return features.flatMap((feature) => {
    const text = cellText(feature, column);
    const before = first.get(text);
    if (text !== "" && before === undefined) {
      first.set(text, feature.where);
      return [];
    }
    const what = text === "" ? `has nothing in ${column}` : `has ${column} ${text}, which ${before} has too`;
    return [
      {
        where: `${file}, ${feature.where}`,
        what,
        remedy: "give every area a code of its own, or choose another column",
      },
    ];
  });
}

function noCode(
  file: string,
  features: readonly FileFeature[],
  columns: readonly string[],
  flag: string,
): ImportProblem {
  const likely = bestColumn([...CODE_COLUMNS, ...NAME_COLUMNS], columns, () => true);
  if (likely === null) {
    const held = columns.length === 0 ? "it has no columns at all" : `its columns are ${columns.join(", ")}`;
    return {
      where: file,
      what: `has no column that looks like codes or names: ${held}`,
      remedy: `name one with ${flag}-code`,
    };
  }
  const [problem] = keyProblems(file, features, likely);
  return {
    where: problem?.where ?? file,
    what: problem?.what ?? `has no column whose values are each there once`,
    remedy: `give every area a code of its own (areas of several parts as one MultiPolygon), or name another column with ${flag}-code: ${columns.join(", ")}`,
  };
}
