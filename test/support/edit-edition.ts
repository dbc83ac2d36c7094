import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEdition } from "../../src/edition/read-edition.js";
import { EditionError, type ValidationIssue } from "../../src/edition/validation-issue.js";
import { smallGeodata } from "./small-edition.js";

/** An edit of a file: a text and what stands in its place, a text to add at the end, or another content altogether. */
export type Edit =
  | readonly [from: string | RegExp, to: string]
  | { readonly added: string }
  | { readonly whole: string | Buffer };

/** Edits a file of an edition. */
export function editFile(folder: string, file: string, edit: Edit): void {
  const path = join(folder, file);
  writeFileSync(
    path,
    applyEdit(edit, () => readFileSync(path, "utf8")),
  );
}

function applyEdit(edit: Edit, text: () => string): string | Buffer {
  if ("whole" in edit) return edit.whole;
  if ("added" in edit) return text() + edit.added;
  const changed = text().replace(...edit);
  if (changed === text()) throw new Error(`there is no ${edit[0]}`);
  return changed;
}

/** The problems of the small edition with some of its files edited. */
export function problemsWith(...edits: readonly (readonly [file: string, edit: Edit])[]): readonly ValidationIssue[] {
  const { edition } = smallGeodata();
  for (const [file, edit] of edits) editFile(edition, file, edit);
  return problemsOf(edition);
}

/** The problems of an edition; none when it can be read. */
export function problemsOf(edition: string): readonly ValidationIssue[] {
  try {
    readEdition(edition);
  } catch (error) {
    if (error instanceof EditionError) return error.problems;
    throw error;
  }
  return [];
}
