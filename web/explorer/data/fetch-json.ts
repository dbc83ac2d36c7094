import { ApiError } from "./api-error.js";

const PATIENCE_MS = 30_000;

/**
 * The JSON that the server answers with.
 *
 * @throws {ApiError} when there is no answer in time, or none that can be read
 */
export async function fetchJson(path: string, init: RequestInit = {}): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    text = await response.text();
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === "TimeoutError";
    throw new ApiError(late ? "The server took too long to answer." : "The server cannot be reached.", true, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(`The server’s answer could not be read (status ${response.status}).`, true, { cause });
  }
}
