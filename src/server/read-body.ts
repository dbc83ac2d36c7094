import type { IncomingMessage } from "node:http";

/** A body that is longer than a server wants to read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(readonly limitBytes: number) {
    super(`the request's body has more than ${limitBytes} bytes`);
  }
}

/** A request's whole body as text. @throws {BodyTooLargeError} as soon as it is longer than the limit */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limitBytes) throw new BodyTooLargeError(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
