/** What a caller asked for cannot be meant: the message says what, which value, and what would do. Others build on it. */
export class BadInputError extends Error {
  override readonly name: string = "BadInputError";
}

/** A boundary that cannot be measured. */
export class PolygonError extends BadInputError {
  override readonly name = "PolygonError";

  constructor(
    /** Which feature, as the reader calls it. */
    readonly feature: string,
    readonly what: string,
    readonly remedy: string,
  ) {
    super(`${feature} ${what}; ${remedy}`);
  }
}
