import { BadInputError } from "../model/bad-input-error.js";

/** A boundary that cannot be measured. */
export class BoundaryError extends BadInputError {
  override readonly name = "BoundaryError";

  constructor(
    /** Which feature, as the reader calls it. */
    readonly feature: string,
    readonly what: string,
    readonly remedy: string,
  ) {
    super(`${feature} ${what}; ${remedy}`);
  }
}
