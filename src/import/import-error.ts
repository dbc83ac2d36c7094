import { BadInputError } from "@coterminous/overlap";

/** One problem of a file to be imported. */
export interface ImportProblem {
  /** The file and the place in it: `lad.geojson, feature 12`. */
  readonly where: string;
  /** The problem, with the value; a clause that follows a colon. */
  readonly what: string;
  /** The remedy, in the imperative. */
  readonly remedy: string;
}

const MAX_SHOWN_PROBLEMS = 30;

/** Input that cannot be imported, with every problem that was found; nothing is written. */
export class ImportError extends BadInputError {
  override readonly name = "ImportError";
  readonly problems: readonly ImportProblem[];

  constructor(...problems: readonly ImportProblem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

function formatProblems(problems: readonly ImportProblem[]): string {
  const lines = problems.slice(0, MAX_SHOWN_PROBLEMS).map(formatProblem);
  if (problems.length > MAX_SHOWN_PROBLEMS) lines.push(`… and ${problems.length - MAX_SHOWN_PROBLEMS} more`);
  return lines.join("\n");
}

/** `wards.geojson: the file is empty. Download it again.` */
function formatProblem({ where, what, remedy }: ImportProblem): string {
  return `${where}: ${what}. ${remedy.slice(0, 1).toUpperCase()}${remedy.slice(1)}.`;
}

/** The message of anything thrown. */
export function causeText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
