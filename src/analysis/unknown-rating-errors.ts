import { BadInputError } from "../model/bad-input-error.js";

/** A measure that nobody rated footprints on. */
export class MeasureUnknownError extends BadInputError {
  override readonly name = "MeasureUnknownError";

  constructor(
    readonly measure: string,
    readonly known: readonly string[],
  ) {
    super(`there is no measure ${JSON.stringify(measure)}; there are ${known.join(", ")}`);
  }
}

/** A rating that is not on the scale. */
export class RatingUnknownError extends BadInputError {
  override readonly name = "RatingUnknownError";

  constructor(
    readonly rating: string,
    readonly scale: readonly string[],
  ) {
    super(`there is no rating ${JSON.stringify(rating)}; there are ${scale.join(", ")}`);
  }
}
