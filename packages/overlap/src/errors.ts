/** A caller's argument is invalid: the message says what, which value, and what would be valid. Base of more specific errors. */
export class BadInputError extends Error {
  override readonly name: string = "BadInputError";
}

/** A boundary that cannot be measured. */
export class PolygonError extends BadInputError {
  override readonly name = "PolygonError";

  constructor(
    /** Name of the feature, as the reader knows it. */
    readonly feature: string,
    readonly what: string,
    readonly remedy: string,
  ) {
    super(`${feature} ${what}; ${remedy}`);
  }
}
