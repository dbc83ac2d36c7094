import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadRatings } from "../edition/load-ratings.js";
import { readEdition } from "../edition/read-edition.js";
import { EditionError } from "../edition/validation-issue.js";
import { writeEdition } from "../edition/write-edition.js";
import { editionTexts, type ImportedTables } from "./edition-contents.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer, ProjectedLayer } from "./import-layer.js";
import type { ImportOptions } from "./import-options.js";
import { readPopulation } from "./population/population.js";
import { prepareLayers } from "./prepare-layers.js";
import { readClaimsTable, readRatingsTable } from "./rating-tables.js";

/** The result of an import. */
export interface ImportedEdition {
  readonly folder: string;
  readonly toleranceM: number;
  readonly layers: readonly ImportedLayer[];
  readonly notes: readonly string[];
}

/** Where an import writes, and where it reports its steps. */
export interface ImportTarget {
  /** The folder of the user's editions; created when missing. */
  readonly geodataFolder: string;
  /** The folder of the shipped editions, whose ids are taken; null for none. */
  readonly shippedFolder: string | null;
  /** Whether to replace an edition of the same id. */
  readonly isReplacing: boolean;
  readonly step: (what: string) => void;
}

/**
 * Makes an edition's folder from published files.
 *
 * @throws {ImportError} with every problem of a file; nothing is written then
 * @throws {EditionError} when the edition fails the checks of a build; nothing is written then
 */
export async function importEdition(options: ImportOptions, target: ImportTarget): Promise<ImportedEdition> {
  checkLayers(options);
  checkIsNew(options, target);
  const { layers, projected, toleranceM, notes: layerNotes } = await prepareLayers(options, target.step);
  const tables = await readTables(options, projected, target.step);
  const notes = [...layerNotes, ...(tables.population === null ? [] : [tables.population.note])];
  target.step("joining borders");
  const texts = editionTexts(options, { ...tables, layers, toleranceM, notes });
  target.step("writing and checking");
  const check = (written: string) => checkEdition(written, options);
  const folder = writeEdition(target.geodataFolder, { id: options.id, texts, check });
  return { folder, toleranceM, layers, notes };
}

function checkLayers({ layers }: ImportOptions): void {
  const layerError = (what: string, remedy: string) => new ImportError({ where: "import", what, remedy });
  if (layers.footprints === undefined) throw layerError("there are no footprints", "name their file with --footprints");
  if (layers.upper_tier === undefined && layers.lower_tier === undefined) {
    throw layerError("there are no authorities", "name their file with --lower, or --upper, or both");
  }
}

function checkIsNew({ id }: ImportOptions, { geodataFolder, shippedFolder, isReplacing }: ImportTarget): void {
  const existsError = (folder: string, remedy: string) =>
    new ImportError({ where: join(folder, id), what: "the edition exists already", remedy });
  if (shippedFolder !== null && existsSync(join(shippedFolder, id)))
    throw existsError(shippedFolder, "choose another id: a shipped edition has this one");
  if (!isReplacing && existsSync(join(geodataFolder, id)))
    throw existsError(geodataFolder, "choose another id, or pass --replace");
}

async function readTables(
  { weights, weightsBasis, ratings, claims, date }: ImportOptions,
  projected: readonly ProjectedLayer[],
  step: (what: string) => void,
): Promise<ImportedTables> {
  if (weights !== null) step(`reading ${weights.address}`);
  const layers = projected.map(({ prepared }) => prepared);
  return {
    population: weights === null ? null : await readPopulation(weights, weightsBasis, layers),
    ratings: ratings === null ? null : readRatingsTable(ratings, date),
    claims: claims === null ? null : readClaimsTable(claims),
  };
}

function checkEdition(folder: string, { id, ratings }: ImportOptions): void {
  try {
    if (ratings !== null) loadRatings(folder, ratings);
    readEdition(folder);
  } catch (cause) {
    // The folder still has a temporary name: report the edition's id instead.
    throw cause instanceof EditionError ? new EditionError(id, cause.problems) : cause;
  }
}
