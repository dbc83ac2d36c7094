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

const LONGEST_QUOTE = 60; // characters of what was asked that are said back

/** What was asked, in quotes and not too long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
