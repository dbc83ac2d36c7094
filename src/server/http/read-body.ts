import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** A body that is longer than a server wants to read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(
    readonly limitBytes: number,
    /** How many it has: as it says itself, or as many as had come when reading stopped. */
    readonly actualBytes: number,
  ) {
    super(`the request's body has ${actualBytes} bytes or more, and ${limitBytes} are read`);
  }
}

/**
 * A request's whole body.
 *
 * @throws {BodyTooLargeError} as soon as it is, or says it will be, longer than the limit; the rest is then not read
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const declaredBytes = Number(request.headers["content-length"] ?? 0);
  if (declaredBytes > limitBytes) throw new BodyTooLargeError(limitBytes, declaredBytes);
  await null; // a short body comes with the headers, and is there when they have been dealt with
  const isWhole = declaredBytes > 0 && request.readableLength === declaredBytes;
  return (isWhole ? (request.read() as Buffer | null) : null) ?? readParts(request, limitBytes);
}

function readParts(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(request.errored ?? new Error("the client went away"));
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= limitBytes) return;
      request.pause();
      reject(new BodyTooLargeError(limitBytes, bytes));
    });
    request.once("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once("error", reject);
  });
}
