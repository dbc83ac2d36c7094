import type { Tier } from "../model/area.js";
import { BadInputError } from "../model/bad-input-error.js";
import type { EditionId } from "../model/code.js";

/** A question about a tier that an edition does not have. */
export class TierMissingError extends BadInputError {
  override readonly name = "TierMissingError";

  constructor(
    readonly editionId: EditionId,
    readonly tier: Tier,
    readonly known: readonly Tier[],
  ) {
    super(`edition ${JSON.stringify(editionId)} has no tier ${tier}; it has ${known.join(" and ")}`);
  }
}
