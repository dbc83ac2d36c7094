import { BadInputError } from "@coterminous/overlap";

/** One thing wrong with a file that is to be imported. */
export interface ImportProblem {
  /** The file as the reader knows it, with the place in it: `lad.geojson, feature 12`. */
  readonly where: string;
  /** What is wrong there, with the value. */
  readonly what: string;
  /** What would put it right. */
  readonly remedy: string;
}

const MAX_SHOWN_PROBLEMS = 30;

/** Files that cannot be imported, with everything found wrong with them; nothing has been written. */
export class ImportError extends BadInputError {
  override readonly name = "ImportError";
  readonly problems: readonly ImportProblem[];

  constructor(...problems: readonly ImportProblem[]) {
    super(importMessage(problems));
    this.problems = problems;
  }
}

function importMessage(problems: readonly ImportProblem[]): string {
  const lines = problems.slice(0, MAX_SHOWN_PROBLEMS).map(({ where, what, remedy }) => `${where}: ${what}; ${remedy}`);
  if (problems.length > MAX_SHOWN_PROBLEMS) lines.push(`… and ${problems.length - MAX_SHOWN_PROBLEMS} more`);
  return lines.join("\n");
}
