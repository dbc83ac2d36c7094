import { type ImportedEdition, importEdition } from "../../src/import/import-edition.js";
import type { ImportOptions, LayerRequest } from "../../src/import/import-options.js";
import { parseEditionId } from "../../src/model/code.js";
import type { LayerName } from "../../src/model/layer.js";

/** Paths of the layers to import, each alone or with what is said of it. */
export type LayerFiles = Readonly<Partial<Record<LayerName, string | Partial<LayerRequest>>>>;

/** A plan with nothing said but the files. */
export function planOf(layers: LayerFiles, options: Partial<ImportOptions> = {}): ImportOptions {
  const request = (file: string | Partial<LayerRequest>): LayerRequest => ({
    address: "",
    code: null,
    name: null,
    crs: null,
    isSwapped: false,
    ...(typeof file === "string" ? { address: file } : file),
  });
  return {
    id: parseEditionId("imported"),
    layers: Object.fromEntries(Object.entries(layers).map(([layer, file]) => [layer, request(file)])),
    weights: null,
    weightsBasis: null,
    ratings: null,
    claims: null,
    title: null,
    date: "2025-04-01",
    footprintKind: null,
    authorityKind: null,
    memberKind: null,
    toleranceM: null,
    publisher: null,
    licence: null,
    attribution: null,
    ...options,
  };
}

/** Imports files into a folder of editions. */
export function importLayers(
  geodataFolder: string,
  layers: LayerFiles,
  options: Partial<ImportOptions> = {},
): Promise<ImportedEdition> {
  return importEdition(planOf(layers, options), {
    geodataFolder,
    shippedFolder: null,
    isReplacing: false,
    step: () => undefined,
  });
}
