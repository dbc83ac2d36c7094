import type { IncomingMessage } from "node:http";
import { BodyTooLargeError, readBody } from "../http/read-body.js";
import { HttpRequestError } from "./errors.js";
import type { Limits } from "./limits/limits.js";
import { LimitError } from "./limits/limits.js";
import { checkJsonNesting } from "./limits/query-limits.js";

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/**
 * The body of a POST as text.
 *
 * @throws {HttpRequestError} for a Content-Type other than JSON and for a body that is not UTF-8
 * @throws {LimitError} for a body that is too long
 */
export async function readBodyText(request: IncomingMessage, limitBytes: number): Promise<string> {
  checkType(request.headers);
  return decodeUtf8(await readLimitedBody(request, limitBytes));
}

/**
 * The parsed JSON of a body.
 *
 * @throws {HttpRequestError} for invalid JSON and for a batch
 * @throws {LimitError} for JSON that is nested too deep
 */
export function parseBody(text: string, limits: Limits): unknown {
  checkJsonNesting(text, limits);
  const body = parseJson(text);
  if (!Array.isArray(body)) return body;
  throw new HttpRequestError(400, `the body is a batch of ${body.length} requests; send them separately`);
}

function checkType(headers: IncomingMessage["headers"]): void {
  const { "content-type": type, "content-encoding": coding = "identity" } = headers;
  if (type === undefined || !JSON_TYPE.test(type)) {
    const given = type === undefined ? "missing" : JSON.stringify(type);
    throw new HttpRequestError(415, `the Content-Type is ${given}; expected application/json`);
  }
  const charset = CHARSET.exec(type)?.[1] ?? "utf-8";
  if (!/^utf-?8$/i.test(charset)) throw new HttpRequestError(415, `the charset is ${charset}; expected utf-8`);
  if (coding !== "identity") throw new HttpRequestError(415, `the Content-Encoding is ${coding}; expected none`);
}

async function readLimitedBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  try {
    return await readBody(request, limitBytes);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw new LimitError("bodyBytes", limitBytes, error.actualBytes);
    throw error;
  }
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new HttpRequestError(400, "the body is not UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "";
    throw new HttpRequestError(400, `the body is not JSON: ${why}`);
  }
}
