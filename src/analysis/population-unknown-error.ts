import { BadInputError } from "../model/bad-input-error.js";
import type { EditionId } from "../model/code.js";

/** A question weighted by people, put to an edition that does not know where people live. */
export class PopulationUnknownError extends BadInputError {
  override readonly name = "PopulationUnknownError";

  constructor(readonly editionId: EditionId) {
    super(`Edition ${JSON.stringify(editionId)} has no population figures; ask again with weight: AREA.`);
  }
}
