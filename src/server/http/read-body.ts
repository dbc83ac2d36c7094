import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** The body of a request exceeds the limit. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(
    readonly limitBytes: number,
    /** Its declared length, or the bytes read until reading stopped. */
    readonly actualBytes: number,
  ) {
    super(`the request body has at least ${actualBytes} bytes; at most ${limitBytes} are allowed`);
  }
}

/**
 * The whole body of a request.
 *
 * @throws {BodyTooLargeError} as soon as its length, declared or actual, exceeds the limit; the rest is not read
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const declaredBytes = Number(request.headers["content-length"] ?? 0);
  if (declaredBytes > limitBytes) throw new BodyTooLargeError(limitBytes, declaredBytes);
  await null; // a short body arrives with the headers and is readable now
  const isWhole = declaredBytes > 0 && request.readableLength === declaredBytes;
  return (isWhole ? (request.read() as Buffer | null) : null) ?? readParts(request, limitBytes);
}

function readParts(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(request.errored ?? new Error("the client disconnected"));
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
