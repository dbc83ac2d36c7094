import { ApiError } from "./api-error.js";

const PATIENCE_MS = 30_000;

/** A body as it came, and the status that it came with. */
interface Fetched<Body> {
  readonly status: number;
  readonly body: Body;
}

/**
 * The JSON that the server answers with.
 *
 * @throws {ApiError} when there is no answer in time, or none that can be read
 */
export async function fetchJson(path: string, init: RequestInit = {}): Promise<unknown> {
  return parsed(await fetched(path, init, (response) => response.text()));
}

/**
 * The JSON that the server answers with; more than so many bytes as they are, which takes the page no time.
 *
 * @throws {ApiError} as fetchJson does
 */
export async function fetchJsonUpTo(path: string, mostBytes: number): Promise<{ json: unknown } | { file: Blob }> {
  const { status, body } = await fetched(path, {}, (response) => response.arrayBuffer());
  if (body.byteLength > mostBytes) return { file: new Blob([body]) };
  return { json: parsed({ status, body: new TextDecoder().decode(body) }) };
}

async function fetched<Body>(
  path: string,
  init: RequestInit,
  bodyOf: (response: Response) => Promise<Body>,
): Promise<Fetched<Body>> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: response.status, body: await bodyOf(response) };
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === "TimeoutError";
    throw new ApiError(late ? "The server took too long to answer." : "The server cannot be reached.", true, { cause });
  }
}

function parsed({ status, body }: Fetched<string>): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ApiError(`The server’s answer could not be read (status ${status}).`, true, { cause });
  }
}
