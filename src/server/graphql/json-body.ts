import type { IncomingMessage } from "node:http";
import { BodyTooLargeError, readBody } from "../http/read-body.js";
import { checkJsonNesting } from "../limits/json-nesting.js";
import { LimitError } from "../limits/limit-error.js";
import type { Limits } from "../limits/limits.js";
import { RequestError } from "./request-error.js";

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/**
 * The text that a POST carries.
 *
 * @throws {RequestError} for a body that is said not to be JSON, or is not UTF-8
 * @throws {LimitError} for one that is too long
 */
export async function bodyText(request: IncomingMessage, limitBytes: number): Promise<string> {
  checkType(request.headers);
  return decoded(await limitedBody(request, limitBytes));
}

/**
 * The JSON of a body.
 *
 * @throws {RequestError} for what is none, and for a batch
 * @throws {LimitError} for one that is nested too deep
 */
export function parsedBody(text: string, limits: Limits): unknown {
  checkJsonNesting(text, limits);
  const body = parsedJson(text);
  if (!Array.isArray(body)) return body;
  throw new RequestError(400, `the body is a batch of ${body.length} requests; send each by itself`);
}

function checkType(headers: IncomingMessage["headers"]): void {
  const { "content-type": type, "content-encoding": coding = "identity" } = headers;
  if (type === undefined || !JSON_TYPE.test(type)) {
    const given = type === undefined ? "missing" : JSON.stringify(type);
    throw new RequestError(415, `the Content-Type is ${given}; expected application/json`);
  }
  const charset = CHARSET.exec(type)?.[1] ?? "utf-8";
  if (!/^utf-?8$/i.test(charset)) throw new RequestError(415, `the charset is ${charset}; expected utf-8`);
  if (coding !== "identity") throw new RequestError(415, `the Content-Encoding is ${coding}; expected none`);
}

async function limitedBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  try {
    return await readBody(request, limitBytes);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw new LimitError("bodyBytes", limitBytes, error.actualBytes);
    throw error;
  }
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

function decoded(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new RequestError(400, "the body is not UTF-8");
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "";
    throw new RequestError(400, `the body is not JSON: ${why}`);
  }
}
