/** An address of a map that leads nowhere (404) or asks for what cannot be meant (400); the message says what is allowed. */
export class FeedError extends Error {
  override readonly name = "MapError";

  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}

/** An address under /ogc that leads nowhere (404) or asks for what cannot be meant (400); the message says what is allowed. */
export class OgcError extends Error {
  override readonly name = "OgcError";

  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}

const MAX_QUOTE_LENGTH = 60; // characters of what was asked that are said back

/** What was asked, in quotes and not too long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH)}…` : text);
}
