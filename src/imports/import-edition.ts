import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEdition } from "../geodata/read-edition.js";
import { LAYER_NAMES, type LayerName } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import { layerColumns } from "./columns.js";
import { derivedToleranceM, layersToMeasure } from "./derived-tolerance.js";
import { editionManifest } from "./edition-manifest.js";
import { type EditionPlan, LAYER_FLAGS, type LayerRequest } from "./edition-plan.js";
import { aliasesTable, areasTable } from "./edition-tables.js";
import { editionTopology } from "./edition-topology.js";
import { readLayerFile } from "./files/read-layer-file.js";
import { ImportError } from "./import-error.js";
import { type ImportedLayer, importedLayer } from "./imported-layer.js";
import { locatedLayer } from "./located-layer.js";
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
    layers.push(await readLayer(layer, request));
  }
  step("measuring");
  const measured = layersToMeasure(layers);
  const toleranceM = plan.toleranceM ?? derivedToleranceM(measured);
  const notes = toleranceNotes(plan, toleranceM).concat(mendNotes(layers));

  step("joining borders");
  const aliases = aliasesTable(layers);
  const findings = { toleranceM, notes, populationBasis: null, ratingScheme: null, otherSources: [] };
  const texts = {
    manifest: `${JSON.stringify(editionManifest(plan, layers, findings), null, 2)}\n`,
    boundaries: `${JSON.stringify(editionTopology(layers))}\n`,
    areas: csvText(areasTable(layers)),
    aliases: aliases === null ? null : csvText(aliases),
  };
  step("writing and checking");
  const folder = writeEdition(geodataFolder, { id: plan.id, texts, check: (written) => void readEdition(written) });
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

async function readLayer(layer: LayerName, request: LayerRequest): Promise<ImportedLayer> {
  const flag = LAYER_FLAGS[layer];
  const file = await readLayerFile(request.address);
  const columns = layerColumns(file, request, flag);
  return importedLayer(layer, locatedLayer(file, request, flag), columns);
}

function toleranceNotes({ toleranceM }: EditionPlan, usedM: number): string[] {
  return toleranceM === null
    ? [`The tolerance of ${usedM} m was derived from how far apart the vertices of the coarser layer are.`]
    : [`The tolerance of ${usedM} m was set by whoever imported the edition.`];
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
