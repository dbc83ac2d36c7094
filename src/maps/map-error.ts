/** An address of a map that leads nowhere (404) or asks for what cannot be meant (400); the message says what is allowed. */
export class MapError extends Error {
  override readonly name = "MapError";

  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}
