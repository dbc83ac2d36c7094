import { createHash } from "node:crypto";
import { EDITION_FILES } from "../geodata/edition-files.js";
import { sweepLeftBehind } from "../geodata/left-behind.js";
import { EditionError, problemsText } from "../geodata/problem.js";
import { BadInputError } from "../model/bad-input-error.js";
import { isBuiltFrom } from "../store/open-store.js";
import type { LeftOut } from "../store/present-editions.js";
import { type EditionPart, writeRows } from "../store/write-store.js";
import { type BuildOptions, type PlannedEdition, plannedEditions } from "./planned-editions.js";
import { progressOn } from "./progress.js";

/** Builds every edition into one file, unless the file there was built from the same. Returns whether it was built. */
export async function buildIfNeeded(options: BuildOptions): Promise<boolean> {
  const planned = plannedWhole(options);
  if (isBuiltFrom(options.storePath, inputsOf(planned))) return false;
  await buildPlanned(planned, options);
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
  return buildPlanned(plannedWhole(options), options);
}

// Before anything is planned: an edition that a killed import had moved aside comes back.
function plannedWhole(options: BuildOptions): readonly PlannedEdition[] {
  if (options.ownFolder) sweepLeftBehind(options.ownFolder);
  return plannedEditions(options);
}

async function buildPlanned(
  planned: readonly PlannedEdition[],
  { geodataFolder, storePath }: BuildOptions,
): Promise<string> {
  if (planned.length === 0) {
    throw new BadInputError(`${geodataFolder} holds no edition: no folder with a file ${EDITION_FILES.manifest}`);
  }
  const refused = planned.find(({ refusal, isOwn }) => refusal !== null && !isOwn);
  if (refused?.refusal) throw refused.refusal;
  const toMeasure = planned.filter(({ present, refusal }) => present === null && refusal === null);
  const progress = progressOn(process.stderr, { title: "Building", steps: toMeasure.length + 1 });
  try {
    const { measuredRows } = await import("./measured-rows.js"); // seldom anything is to be measured
    const measured = await measuredRows(
      toMeasure.map(({ folder }) => folder),
      progress,
    );
    const parts: EditionPart[] = [];
    const leftOut: LeftOut[] = [];
    for (const { folder, isOwn, inputsSha256, present, refusal } of planned) {
      const rows = refusal ?? measured.get(folder) ?? new Error(`${folder} was not measured`);
      if (refusal === null && present !== null) parts.push({ inputsSha256, rows: { asPresent: present } });
      else if (!(rows instanceof Error)) parts.push({ inputsSha256, rows: rows.rows });
      else if (isOwn) leftOut.push({ folder, problems: leftOutText(folder, rows) });
      else throw rows;
    }
    progress.step("writing the database");
    return writeRows(storePath, parts, { inputsSha256: inputsOf(planned), leftOut });
  } finally {
    progress.done();
  }
}

/** A hash of everything that is built from; folders that are left out count, as they may come to hold what can be built. */
function inputsOf(planned: readonly PlannedEdition[]): string {
  const inputs = planned.map(({ inputsSha256 }) => inputsSha256);
  return createHash("sha256").update(inputs.join()).digest("hex");
}

function leftOutText(folder: string, error: Error): string {
  if (!(error instanceof EditionError))
    return `the edition in ${folder} could not be measured; it is left out\n  ${error.message}`;
  return problemsText(error.editionId, error.problems, `it is left out (${folder})`);
}
