/** What a caller asked for cannot be meant: the message says what, which value, and what would do. Others build on it. */
export class BadInputError extends Error {
  override readonly name: string = "BadInputError";
}
