import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadRatings } from "../edition/load-ratings.js";
import { readEdition } from "../edition/read-edition.js";
import { EditionError } from "../edition/validation-issue.js";
import { csvText, writeEdition } from "../edition/write-edition.js";
import type { EditionId } from "../model/code.js";
import { aliasesTable, areasTable, buildTopology, editionManifest, type ManifestFacts } from "./edition-contents.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer } from "./import-layer.js";
import type { ImportOptions } from "./import-options.js";
import { readPopulation } from "./population/population.js";
import { prepareLayers } from "./prepare-layers.js";
import { readClaimsTable, readRatingsTable } from "./rating-tables.js";

/** What an import has made. */
export interface ImportedEdition {
  readonly folder: string;
  readonly toleranceM: number;
  readonly layers: readonly ImportedLayer[];
  readonly notes: readonly string[];
}

/** Where an import goes, and who hears of its steps. */
export interface ImportTarget {
  /** The folder of the user's editions; made when it is missing. */
  readonly geodataFolder: string;
  /** The folder of the shipped editions, whose ids are taken; null where there is none. */
  readonly shippedFolder: string | null;
  /** Whether an edition of the same id is to be replaced. */
  readonly isReplacing: boolean;
  readonly step: (what: string) => void;
}

/**
 * Makes an edition's folder of published files.
 *
 * @throws {ImportError} with what is wrong with a file; nothing is written then
 */
export async function importEdition(
  options: ImportOptions,
  { geodataFolder, shippedFolder, isReplacing, step }: ImportTarget,
): Promise<ImportedEdition> {
  checkLayers(options);
  if (shippedFolder !== null)
    checkIsNew(shippedFolder, options.id, "choose another id: a shipped edition has this one");
  if (!isReplacing) checkIsNew(geodataFolder, options.id, "choose another id, or say --replace");
  const { layers, projected, toleranceM, notes: layerNotes } = await prepareLayers(options, step);
  if (options.weights !== null) step(`reading ${options.weights.address}`);
  const weights =
    options.weights === null
      ? null
      : await readPopulation(
          options.weights,
          options.weightsBasis,
          projected.map((layer) => layer.prepared),
        );
  const notes = [...layerNotes, ...(weights === null ? [] : [weights.note])];

  const ratings = options.ratings === null ? null : readRatingsTable(options.ratings, options.date);
  const claims = options.claims === null ? null : readClaimsTable(options.claims);

  step("joining borders");
  const aliases = aliasesTable(layers);
  const facts: ManifestFacts = {
    toleranceM,
    notes,
    populationBasis: weights?.basis ?? null,
    ratingScheme: ratings === null ? null : ratings.scheme,
    otherSources: [weights?.source, ratings?.source, claims?.source].filter((source) => source !== undefined),
  };
  const texts = {
    manifest: `${JSON.stringify(editionManifest(options, layers, facts), null, 2)}\n`,
    boundaries: `${JSON.stringify(buildTopology(layers))}\n`,
    areas: csvText(areasTable(layers)),
    aliases: aliases === null ? null : csvText(aliases),
    blocks: weights === null ? null : csvText(weights.table),
    schemes: ratings === null ? null : csvText(ratings.schemes),
    claims: claims === null ? null : claims.text,
  };
  step("writing and checking");
  const check = (written: string) => {
    try {
      if (options.ratings !== null) loadRatings(written, options.ratings);
      readEdition(written);
    } catch (cause) {
      // The folder it is written to has a name that nobody knows.
      throw cause instanceof EditionError ? new EditionError(options.id, cause.problems) : cause;
    }
  };
  const folder = writeEdition(geodataFolder, { id: options.id, texts, check });
  return { folder, toleranceM, layers, notes };
}

function checkLayers({ layers }: ImportOptions): void {
  const layerError = (what: string, remedy: string) => new ImportError({ where: "import", what, remedy });
  if (layers.footprints === undefined) throw layerError("there are no footprints", "name their file with --footprints");
  if (layers.upper_tier === undefined && layers.lower_tier === undefined) {
    throw layerError("there are no authorities", "name their file with --lower, or --upper, or both");
  }
}

function checkIsNew(folder: string, id: EditionId, remedy: string): void {
  if (existsSync(join(folder, id)))
    throw new ImportError({ where: join(folder, id), what: "is there already", remedy });
}
