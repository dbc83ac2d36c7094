import type { LayerName } from "../model/layer.js";
import { checkAreas } from "./check-areas.js";
import { layerColumns } from "./columns.js";
import type { LayerRequest } from "./edition-plan.js";
import { readLayerFile } from "./files/read-layer-file.js";
import { ImportError } from "./import-error.js";
import { type ImportedLayer, importedLayer } from "./imported-layer.js";
import { locatedLayer } from "./located-layer.js";

/**
 * Reads a layer that is to be imported: its file, its columns, its coordinates, its boundaries.
 *
 * @param flag what the layer's flags begin with, for remedies: `--lower`
 * @throws {ImportError} with what is wrong with it
 */
export async function readLayer(layer: LayerName, request: LayerRequest, flag: string): Promise<ImportedLayer> {
  return withoutRefused(await readLayerToExamine(layer, request, flag));
}

/** The same, but areas that cannot be measured are left out and named. */
export async function readLayerToExamine(
  layer: LayerName,
  request: LayerRequest,
  flag: string,
): Promise<ImportedLayer> {
  const file = await readLayerFile(request.address);
  checkAreas(file);
  const columns = layerColumns(file, request, flag);
  return importedLayer(layer, locatedLayer(file, request, flag), columns);
}

/** A layer all of whose areas can be measured. @throws {ImportError} naming those that cannot */
export function withoutRefused(layer: ImportedLayer): ImportedLayer {
  if (layer.refused.length > 0) throw new ImportError(...layer.refused);
  return layer;
}
