import { createHash } from "node:crypto";
import { BadInputError } from "@coterminous/overlap";
import { EDITION_FILES } from "../edition/edition-files.js";
import { recoverInterruptedWrites } from "../edition/interrupted-writes.js";
import { EditionError, formatIssues } from "../edition/validation-issue.js";
import { noProgress } from "../model/progress.js";
import type { SkippedEdition } from "../store/existing-editions.js";
import { isBuiltFrom } from "../store/open-store.js";
import { type EditionPart, writeRows } from "../store/write-store.js";
import { type BuildOptions, type PlannedEdition, planEditions } from "./build-plan.js";

/** Builds every edition into one file, unless the file there was built from the same. Returns whether it was built. */
export async function buildIfNeeded(options: BuildOptions): Promise<boolean> {
  const plan = planBuild(options);
  if (isBuiltFrom(options.storePath, combinedInputsSha256(plan))) return false;
  await executePlan(plan, options);
  return true;
}

/**
 * Builds every edition into one file. What the file that is there was built from alike is taken over from it, and only
 * the rest is measured: the answers are those of a whole build.
 *
 * An edition of the user's own that cannot be built is left out, which the file notes with every problem.
 * @returns the data version
 * @throws {EditionError} with every problem of a shipped edition's files; the file that was there stays as it was
 * @throws {BadInputError} when there is no edition
 */
export function build(options: BuildOptions): Promise<string> {
  return executePlan(planBuild(options), options);
}

// Before anything is planned: an edition that a killed import had moved aside comes back.
function planBuild(options: BuildOptions): readonly PlannedEdition[] {
  if (options.userGeodataDir) recoverInterruptedWrites(options.userGeodataDir);
  return planEditions(options);
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
  const toCompute = plan.filter(({ existing, rejection }) => existing === null && rejection === null);
  const progress = startProgress({ title: "Building", steps: toCompute.length + 1 });
  try {
    const { buildEditions } = await import("./build-editions.js"); // seldom anything is to be measured
    const built = await buildEditions(
      toCompute.map(({ folder }) => folder),
      progress,
    );
    const parts: EditionPart[] = [];
    const skipped: SkippedEdition[] = [];
    for (const { folder, isOwn, inputsSha256, existing, rejection } of plan) {
      const rows = rejection ?? built.get(folder) ?? new Error(`${folder} was not measured`);
      if (rejection === null && existing !== null) parts.push({ inputsSha256, rows: { reuse: existing } });
      else if (!(rows instanceof Error)) parts.push({ inputsSha256, rows: rows.rows });
      else if (isOwn) skipped.push({ folder, problems: describeSkipped(folder, rows) });
      else throw rows;
    }
    progress.step("writing the database");
    return writeRows(storePath, parts, { inputsSha256: combinedInputsSha256(plan), skipped });
  } finally {
    progress.done();
  }
}

/** A hash of everything that is built from; folders that are left out count, as they may come to hold what can be built. */
function combinedInputsSha256(plan: readonly PlannedEdition[]): string {
  const inputs = plan.map(({ inputsSha256 }) => inputsSha256);
  return createHash("sha256").update(inputs.join()).digest("hex");
}

function describeSkipped(folder: string, error: Error): string {
  if (!(error instanceof EditionError))
    return `the edition in ${folder} could not be measured; it is left out\n  ${error.message}`;
  return formatIssues(error.editionId, error.problems, `it is left out (${folder})`);
}
