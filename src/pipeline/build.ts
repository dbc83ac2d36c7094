import { BadInputError } from "@coterminous/overlap";
import { EDITION_FILES } from "../edition/edition-files.js";
import { recoverInterruptedWrites } from "../edition/interrupted-writes.js";
import { EditionError, formatIssues } from "../edition/validation-issue.js";
import { noProgress } from "../model/progress.js";
import type { SkippedEdition } from "../store/existing-editions.js";
import { isBuiltFrom } from "../store/open-store.js";
import { type EditionPart, writeStore } from "../store/write-store.js";
import { type BuildOptions, type PlannedEdition, planEditions } from "./build-plan.js";
import { combineHashes } from "./input-hash.js";

/** Builds the database unless the existing one was built from the same inputs. Returns whether it was built. */
export async function buildIfNeeded(options: BuildOptions): Promise<boolean> {
  const plan = planBuild(options);
  if (isBuiltFrom(options.storePath, planSha256(plan))) return false;
  await executePlan(plan, options);
  return true;
}

/**
 * Builds every edition into one database: plan (build-plan.ts), measure what has changed (build-edition.ts), write.
 *
 * Editions whose inputs are unchanged are copied from the existing database; the result is identical to a full build.
 * A user's edition that has problems is skipped, and the database lists them.
 * @returns the data version
 * @throws {EditionError} with every problem of a shipped edition's files; the existing database stays
 * @throws {BadInputError} when there is no edition
 */
export function build(options: BuildOptions): Promise<string> {
  return executePlan(planBuild(options), options);
}

function planBuild(options: BuildOptions): readonly PlannedEdition[] {
  if (options.userGeodataDir) recoverInterruptedWrites(options.userGeodataDir); // may restore an edition
  return planEditions(options);
}

/** Skipped editions count too: once repaired, they can be built. */
function planSha256(plan: readonly PlannedEdition[]): string {
  return combineHashes(plan.map(({ inputsSha256 }) => inputsSha256));
}

async function executePlan(
  plan: readonly PlannedEdition[],
  { geodataFolder, storePath, startProgress = noProgress }: BuildOptions,
): Promise<string> {
  if (plan.length === 0) {
    throw new BadInputError(`${geodataFolder} holds no edition: no folder with a file ${EDITION_FILES.manifest}`);
  }
  const rejected = plan.find(({ rejection, isOwn }) => rejection !== null && !isOwn);
  if (rejected?.rejection) throw rejected.rejection;
  const changed = plan.filter(({ existing, rejection }) => existing === null && rejection === null);
  const progress = startProgress({ title: "Building", steps: changed.length + 1 });
  try {
    const { buildEditions } = await import("./build-editions.js"); // most starts build nothing
    const built = await buildEditions(
      changed.map(({ folder }) => folder),
      progress,
    );
    const parts: EditionPart[] = [];
    const skipped: SkippedEdition[] = [];
    for (const { folder, isOwn, inputsSha256, existing, rejection } of plan) {
      const result = rejection ?? built.get(folder) ?? new Error(`${folder} was not measured`);
      if (rejection === null && existing !== null) parts.push({ inputsSha256, rows: { reuse: existing } });
      else if (!(result instanceof Error)) parts.push({ inputsSha256, rows: result.rows });
      else if (isOwn) skipped.push({ folder, problems: describeSkipped(folder, result) });
      else throw result;
    }
    progress.step("writing the database");
    return writeStore(storePath, parts, { inputsSha256: planSha256(plan), skipped });
  } finally {
    progress.done();
  }
}

function describeSkipped(folder: string, error: Error): string {
  if (!(error instanceof EditionError))
    return `the edition in ${folder} could not be measured; it is left out\n  ${error.message}`;
  return formatIssues(error.editionId, error.problems, `it is left out (${folder})`);
}
