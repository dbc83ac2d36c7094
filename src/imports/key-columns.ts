import type { FileFeature } from "./files/layer-file.js";
import type { ImportProblem } from "./import-error.js";

/** A column's value as text; empty where there is none. */
export function cellText({ columns }: FileFeature, column: string): string {
  const value = columns[column];
  return typeof value === "string" || typeof value === "number" ? String(value).replaceAll("\0", "").trim() : "";
}

/** Whether every feature has something in a column. */
export function isFilled(features: readonly FileFeature[], column: string): boolean {
  return features.every((feature) => cellText(feature, column) !== "");
}

/** Whether every feature has something in a column that no other has. */
export function isKey(features: readonly FileFeature[], column: string): boolean {
  const texts = features.map((feature) => cellText(feature, column));
  return texts.every((text) => text !== "") && new Set(texts).size === texts.length;
}

/** Empty and repeated codes of a column, each with its place and the remedy. */
export function keyProblems(
  file: string,
  features: readonly FileFeature[],
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
