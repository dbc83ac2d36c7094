import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadRatings } from "../geodata/load-ratings.js";
import { EditionError } from "../geodata/problem.js";
import { readEdition } from "../geodata/read-edition.js";
import type { EditionId } from "../model/code.js";
import { comparableLayers } from "./comparable-layers.js";
import { editionManifest, type Findings } from "./edition-manifest.js";
import type { EditionPlan } from "./edition-plan.js";
import { aliasesTable, areasTable } from "./edition-tables.js";
import { editionTopology } from "./edition-topology.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer } from "./imported-layer.js";
import { importedClaims, importedRatings } from "./imported-ratings.js";
import { importedWeights } from "./imported-weights.js";
import { csvText, writeEdition } from "./written-edition.js";

/** What an import has made. */
export interface ImportedEdition {
  readonly folder: string;
  readonly toleranceM: number;
  readonly layers: readonly ImportedLayer[];
  readonly notes: readonly string[];
}

/** Where an import goes, and who hears of its steps. */
export interface ImportOptions {
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
  plan: EditionPlan,
  { geodataFolder, shippedFolder, isReplacing, step }: ImportOptions,
): Promise<ImportedEdition> {
  checkPlan(plan);
  if (shippedFolder !== null) checkIsNew(shippedFolder, plan.id, "choose another id: a shipped edition has this one");
  if (!isReplacing) checkIsNew(geodataFolder, plan.id, "choose another id, or say --replace");
  const { layers, measured, toleranceM, notes: layerNotes } = await comparableLayers(plan, step);
  if (plan.weights !== null) step(`reading ${plan.weights.address}`);
  const weights =
    plan.weights === null
      ? null
      : await importedWeights(
          plan.weights,
          plan.weightsBasis,
          measured.map((layer) => layer.measured),
        );
  const notes = [...layerNotes, ...(weights === null ? [] : [weights.note])];

  const ratings = plan.ratings === null ? null : importedRatings(plan.ratings, plan.date);
  const claims = plan.claims === null ? null : importedClaims(plan.claims);

  step("joining borders");
  const aliases = aliasesTable(layers);
  const findings: Findings = {
    toleranceM,
    notes,
    populationBasis: weights?.basis ?? null,
    ratingScheme: ratings === null ? null : ratings.scheme,
    otherSources: [weights?.source, ratings?.source, claims?.source].filter((source) => source !== undefined),
  };
  const texts = {
    manifest: `${JSON.stringify(editionManifest(plan, layers, findings), null, 2)}\n`,
    boundaries: `${JSON.stringify(editionTopology(layers))}\n`,
    areas: csvText(areasTable(layers)),
    aliases: aliases === null ? null : csvText(aliases),
    blocks: weights === null ? null : csvText(weights.table),
    schemes: ratings === null ? null : csvText(ratings.schemes),
    claims: claims === null ? null : claims.text,
  };
  step("writing and checking");
  const check = (written: string) => {
    try {
      if (plan.ratings !== null) loadRatings(written, plan.ratings);
      readEdition(written);
    } catch (cause) {
      // The folder it is written to has a name that nobody knows.
      throw cause instanceof EditionError ? new EditionError(plan.id, cause.problems) : cause;
    }
  };
  const folder = writeEdition(geodataFolder, { id: plan.id, texts, check });
  return { folder, toleranceM, layers, notes };
}

function checkPlan({ layers }: EditionPlan): void {
  const missing = (what: string, remedy: string) => new ImportError({ where: "import", what, remedy });
  if (layers.footprints === undefined) throw missing("there are no footprints", "name their file with --footprints");
  if (layers.upper_tier === undefined && layers.lower_tier === undefined) {
    throw missing("there are no authorities", "name their file with --lower, or --upper, or both");
  }
}

function checkIsNew(folder: string, id: EditionId, remedy: string): void {
  if (existsSync(join(folder, id)))
    throw new ImportError({ where: join(folder, id), what: "is there already", remedy });
}
