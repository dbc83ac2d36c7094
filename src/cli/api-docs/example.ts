import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getOperationAST, Kind, parse } from "graphql";

/** An example operation: a file of schema/operations. */
export interface Example {
  /** Its place in the list, from the file's name: `01`. */
  readonly number: string;
  /** What it asks, in a sentence. */
  readonly question: string;
  /** The rest of the comment above it; empty for none. */
  readonly notes: string;
  /** The operation without the comment. */
  readonly operation: string;
  /** The questions of the schema that it asks. */
  readonly queries: readonly string[];
}

/** The examples of a folder, in the order of their names. */
export function readExamples(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".graphql"))
    .sort()
    .map((name) => parseExample(name, readFileSync(join(folder, name), "utf8")));
}

function parseExample(name: string, text: string): Example {
  const [, comment = "", operation = ""] = /^((?:#.*\n)*)([\s\S]*)$/.exec(text) ?? [];
  const [question = "", ...notes] = comment
    .split("\n")
    .map((line) => line.replace(/^# ?/, ""))
    .join("\n")
    .split("\n\n");
  return {
    number: name.slice(0, 2),
    question: question.replaceAll("\n", " ").trim(),
    notes: notes.join("\n\n").trim(),
    operation: operation.trim(),
    queries: queriesOf(operation),
  };
}

function queriesOf(operation: string): readonly string[] {
  const selections = getOperationAST(parse(operation))?.selectionSet.selections ?? [];
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
