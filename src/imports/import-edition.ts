import { existsSync } from "node:fs";
import { join } from "node:path";
import { coverage, coverageFindings } from "../doctor/mutual-coverage.js";
import { loadRatings } from "../geodata/load-ratings.js";
import { EditionError } from "../geodata/problem.js";
import { readEdition } from "../geodata/read-edition.js";
import { LAYER_NAMES } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import { checkExtents } from "./check-extents.js";
import { derivedToleranceM, type LayerToMeasure, layersToMeasure } from "./derived-tolerance.js";
import { editionManifest, type Findings } from "./edition-manifest.js";
import { type EditionPlan, LAYER_FLAGS } from "./edition-plan.js";
import { aliasesTable, areasTable } from "./edition-tables.js";
import { editionTopology } from "./edition-topology.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer } from "./imported-layer.js";
import { importedClaims, importedRatings } from "./imported-ratings.js";
import { importedWeights } from "./imported-weights.js";
import { readLayer } from "./read-layer.js";
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
  const layers: ImportedLayer[] = [];
  for (const layer of LAYER_NAMES) {
    const request = plan.layers[layer];
    if (request === undefined) continue;
    step(`reading ${request.address}`);
    layers.push(await readLayer(layer, request, LAYER_FLAGS[layer]));
  }
  checkExtents(layers.map((layer) => ({ layer, flag: LAYER_FLAGS[layer.layer] })));
  step("measuring");
  const measured = layersToMeasure(layers);
  const toleranceM = plan.toleranceM ?? derivedToleranceM(measured);
  if (plan.weights !== null) step(`reading ${plan.weights.address}`);
  const weights =
    plan.weights === null
      ? null
      : await importedWeights(
          plan.weights,
          plan.weightsBasis,
          measured.map((layer) => layer.measured),
        );
  const notes = [
    ...toleranceNotes(plan, toleranceM),
    ...(weights === null ? [] : [weights.note]),
    ...coverageNotes(measured, toleranceM),
    ...mendNotes(layers),
    ...accuracyNotes(layers),
  ];

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

function toleranceNotes({ toleranceM }: EditionPlan, usedM: number): string[] {
  return toleranceM === null
    ? [`The tolerance of ${usedM} m was derived from how far apart the vertices of the coarser layer are.`]
    : [`The tolerance of ${usedM} m was set by whoever imported the edition.`];
}

// What one layer has and the other has not; both ways, the footprints with each tier.
function coverageNotes(layers: readonly LayerToMeasure[], toleranceM: number): string[] {
  const examined = layers.map((layer) => ({ ...layer, title: layer.file.file }));
  const footprints = examined.find(({ layer }) => layer === "footprints");
  const tiers = examined.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  if (footprints === undefined) return [];
  return tiers.flatMap((tier) => {
    const [there, back] = [coverage(tier, footprints, toleranceM), coverage(footprints, tier, toleranceM)];
    const findings = [...coverageFindings(there, back, toleranceM), ...coverageFindings(back, there, toleranceM)];
    return findings.map(({ layer, what }) => `${layer}: ${what}.`);
  });
}

function mendNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, mends }) => {
    const names = [...new Set(mends.map(({ name, code }) => `${name} (${code})`))];
    if (names.length === 0) return [];
    return [
      `Mended in ${file.file}: ${names.length} boundaries that crossed or touched themselves, were open or enclosed nothing: ${names.join(", ")}.`,
    ];
  });
}

// A reader who compares borders to the metre has to know how the positions came about.
function accuracyNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, place: { label, accuracyM } }) =>
    accuracyM === 0 ? [] : [`Positions of ${file.file} were transformed from ${label}, right to about ${accuracyM} m.`],
  );
}
