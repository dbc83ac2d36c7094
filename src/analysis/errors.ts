import { BadInputError } from "@coterminous/overlap";
import type { Tier } from "../model/area.js";
import type { EditionId } from "../model/code.js";
import type { LayerName } from "../model/layer.js";

/** A tier that the edition does not have. */
export class UnknownTierError extends BadInputError {
  override readonly name = "UnknownTierError";

  constructor(
    readonly editionId: EditionId,
    readonly tier: Tier,
    readonly known: readonly Tier[],
  ) {
    super(`edition ${JSON.stringify(editionId)} has no tier ${tier}; it has ${known.join(" and ")}`);
  }
}

/** A layer that the edition does not have. */
export class UnknownLayerError extends BadInputError {
  override readonly name = "UnknownLayerError";

  constructor(
    readonly editionId: EditionId,
    readonly layer: LayerName,
    readonly known: readonly LayerName[],
  ) {
    const names = known.map((name) => name.toUpperCase()).join(", ");
    super(`edition ${JSON.stringify(editionId)} has no layer ${layer.toUpperCase()}; it has ${names}`);
  }
}

/** The weight POPULATION for an edition without population data. */
export class UnknownPopulationError extends BadInputError {
  override readonly name = "UnknownPopulationError";

  constructor(readonly editionId: EditionId) {
    super(`Edition ${JSON.stringify(editionId)} has no population figures; use weight: AREA.`);
  }
}

/** A measure that the edition has no ratings on. */
export class UnknownMeasureError extends BadInputError {
  override readonly name = "UnknownMeasureError";

  constructor(
    readonly measure: string,
    readonly known: readonly string[],
  ) {
    super(`there is no measure ${JSON.stringify(measure)}; there are ${known.join(", ")}`);
  }
}

/** A rating that is not on the scale. */
export class UnknownRatingError extends BadInputError {
  override readonly name = "UnknownRatingError";

  constructor(
    readonly rating: string,
    readonly scale: readonly string[],
  ) {
    super(`there is no rating ${JSON.stringify(rating)}; there are ${scale.join(", ")}`);
  }
}

interface InvalidAssignment {
  /** What the edition calls an authority, such as council. */
  readonly kind: string;
  readonly authorityCode: string;
  readonly footprintCode: string;
  readonly reason: string;
}

/** An impossible assignment of a council to a footprint. */
export class AssignmentError extends BadInputError {
  override readonly name = "AssignmentError";

  constructor({ kind, authorityCode, footprintCode, reason }: InvalidAssignment) {
    const [authority, footprint] = [authorityCode, footprintCode].map((code) => JSON.stringify(code));
    super(`Cannot assign ${kind} ${authority} to footprint ${footprint}: ${reason}.`);
  }
}
