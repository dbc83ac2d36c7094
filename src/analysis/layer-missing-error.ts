import { BadInputError } from "../model/bad-input-error.js";
import type { EditionId } from "../model/code.js";
import type { LayerName } from "../model/layer.js";

/** A question about a layer that an edition does not have. */
export class LayerMissingError extends BadInputError {
  override readonly name = "LayerMissingError";

  constructor(
    readonly editionId: EditionId,
    readonly layer: LayerName,
    readonly known: readonly LayerName[],
  ) {
    const names = known.map((name) => name.toUpperCase()).join(", ");
    super(`edition ${JSON.stringify(editionId)} has no layer ${layer.toUpperCase()}; it has ${names}`);
  }
}
