/** One problem of a file: where it is, the value found, and what was expected. */
export interface ValidationIssue {
  readonly file: string;
  /** Row or feature: `row 12`, `footprints E54000005, ring 3`. */
  readonly where: string;
  /** The value in the file; null when something is missing. */
  readonly value: string | null;
  readonly expected: string;
}

const MAX_SHOWN_ISSUES = 50;

/** All problems of an edition's files, reported together; nothing has been written. */
export class EditionError extends Error {
  override readonly name = "EditionError";

  constructor(
    readonly editionId: string,
    readonly problems: readonly ValidationIssue[],
  ) {
    super(formatIssues(editionId, problems, "nothing was written"));
  }
}

/** The problems of an edition's files, one per line, under a heading: `edition x has 2 problems; it is left out`. */
export function formatIssues(editionId: string, problems: readonly ValidationIssue[], consequence: string): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.slice(0, MAX_SHOWN_ISSUES).map((problem) => `  ${formatIssue(problem)}`);
  if (problems.length > MAX_SHOWN_ISSUES) lines.push(`  … and ${problems.length - MAX_SHOWN_ISSUES} more`);
  return [`edition ${editionId} has ${count}; ${consequence}`, ...lines].join("\n");
}

/** A problem as one line: `ratings.csv, row 3: "GOOD" … expected one of …`. */
export function formatIssue({ file, where, value, expected }: ValidationIssue): string {
  const found = value === null ? "missing" : JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}…` : value);
  return `${file}, ${where}: ${found}, expected ${expected}`;
}

/** Collects the problems of one file. */
export interface IssueCollector {
  readonly all: readonly ValidationIssue[];
  add(where: string, value: string | null, expected: string): void;
}

/** A collector that appends the problems of `file` to `into`. */
export function issueCollector(file: string, into: ValidationIssue[]): IssueCollector {
  return {
    all: into,
    add: (where, value, expected) => void into.push({ file, where, value, expected }),
  };
}
