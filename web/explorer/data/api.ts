import type { Topology } from "topojson-specification";
import type { Tier } from "../state/explorer-state.js";
import type { Query } from "./query.js";
import { isOffThread, type Shapes } from "./shapes.js";

export type Detail = "LOW" | "MEDIUM";

export interface ShapesRequest {
  readonly edition: string;
  readonly tier: Tier;
  readonly detail: Detail;
}

/** The page's requests to the server. Responses are cached: the data never change while the page is open. */
export interface Api {
  execute<Result>(query: Query<Result>): Promise<Result>;
  /** The footprints of an edition and the councils of a tier, with shared arcs; very large layers in low detail only. */
  shapes(request: ShapesRequest): Promise<Shapes>;
}

// The boundaries of very many small areas hardly simplify: the finer shapes are tens of megabytes and look the same.
const MAX_ARCS = 20_000;
const MAX_BYTES = 2_000_000; // parsed on the main thread, in a fifth of a second

/** An Api on the page's own server. Failed requests are not cached. */
export function createApi(): Api {
  const memoize = createPromiseCache();
  const shapes = (request: ShapesRequest) => {
    const path = shapesPath(request);
    return memoize(path, () => fetchShapes(path));
  };
  return {
    execute: <Result>(query: Query<Result>) => memoize(JSON.stringify(query), () => executeQuery<Result>(query)),
    shapes: async (request) => {
      if (request.detail === "LOW") return shapes(request);
      const low = await shapes({ ...request, detail: "LOW" });
      return isOffThread(low) || low.topology.arcs.length > MAX_ARCS ? low : shapes(request);
    },
  };
}

/** Memoises promises by key, until they are rejected. */
function createPromiseCache(): <Value>(key: string, load: () => Promise<Value>) => Promise<Value> {
  const cache = new Map<string, Promise<unknown>>();
  return <Value>(key: string, load: () => Promise<Value>) => {
    const cached = cache.get(key) as Promise<Value> | undefined;
    if (cached !== undefined) return cached;
    const promise = load();
    cache.set(key, promise);
    promise.catch(() => cache.delete(key));
    return promise;
  };
}

function shapesPath({ edition, tier, detail }: ShapesRequest): string {
  const layers = `footprints,${tier.toLowerCase()}-tier`;
  return `/maps/${encodeURIComponent(edition)}/all.topojson?detail=${detail}&layers=${layers}&properties=code`;
}

async function fetchShapes(path: string): Promise<Shapes> {
  const response = await fetchJsonUpTo(path, MAX_BYTES);
  if ("file" in response) return { ...response, path };
  const topology = response.json as Partial<Topology> | null;
  if (topology?.type !== "Topology" || !topology.arcs || !topology.objects) throw unreadableError();
  return { topology: topology as Topology };
}

async function executeQuery<Result>({ query, variables }: Query<Result>): Promise<Result> {
  const body = (await fetchJson("/graphql", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  })) as { data?: Result | null; errors?: readonly { readonly message: string }[] } | null;
  const [error] = body?.errors ?? [];
  if (error) throw new ApiError(error.message, false);
  if (body?.data === undefined || body.data === null) throw unreadableError();
  return body.data;
}

function unreadableError(): ApiError {
  return new ApiError("The server’s response could not be read.", true);
}

/** A request without a usable response; the message explains why to the reader. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    message: string,
    /** Whether a retry may help. */
    readonly isTransient: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const TIMEOUT_MS = 30_000;

/** A response's body and status. */
interface FetchedBody<Body> {
  readonly status: number;
  readonly body: Body;
}

/**
 * Fetches JSON.
 *
 * @throws {ApiError} when the response is late, missing or not JSON
 */
export async function fetchJson(path: string, init: RequestInit = {}): Promise<unknown> {
  return parseJson(await fetchBody(path, init, (response) => response.text()));
}

/**
 * Fetches JSON; a body of more than `maxBytes` is returned unparsed, to keep the main thread free.
 *
 * @throws {ApiError} as fetchJson does
 */
export async function fetchJsonUpTo(path: string, maxBytes: number): Promise<{ json: unknown } | { file: Blob }> {
  const { status, body } = await fetchBody(path, {}, (response) => response.arrayBuffer());
  if (body.byteLength > maxBytes) return { file: new Blob([body]) };
  return { json: parseJson({ status, body: new TextDecoder().decode(body) }) };
}

async function fetchBody<Body>(
  path: string,
  init: RequestInit,
  readBody: (response: Response) => Promise<Body>,
): Promise<FetchedBody<Body>> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, body: await readBody(response) };
  } catch (cause) {
    const isTimeout = cause instanceof DOMException && cause.name === "TimeoutError";
    throw new ApiError(isTimeout ? "The server took too long to respond." : "The server cannot be reached.", true, {
      cause,
    });
  }
}

function parseJson({ status, body }: FetchedBody<string>): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ApiError(`The server’s response could not be read (status ${status}).`, true, { cause });
  }
}
