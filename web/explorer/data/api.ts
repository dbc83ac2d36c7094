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

/** What the page asks of the server. Answers are kept: the data never change while the page is open. */
export interface Api {
  execute<Result>(query: Query<Result>): Promise<Result>;
  /** The footprints of an edition and the councils of a tier, on shared borders; of very many areas only the low detail. */
  shapes(request: ShapesRequest): Promise<Shapes>;
}

// Borders of very many small areas have few points to leave out: the finer shapes are tens of megabytes and look the same.
const MAX_ARCS = 20_000;
const MAX_BYTES = 2_000_000; // that the page reads itself: a fifth of a second's work

/** An Api on the page's own server. Questions that failed are asked anew. */
export function createApi(): Api {
  const cache = new Map<string, Promise<unknown>>();
  const memoize = <Value>(key: string, make: () => Promise<Value>): Promise<Value> => {
    const cached = cache.get(key) as Promise<Value> | undefined;
    if (cached !== undefined) return cached;
    const promise = make();
    cache.set(key, promise);
    promise.catch(() => cache.delete(key));
    return promise;
  };
  const fetchShapes = ({ edition, tier, detail }: ShapesRequest): Promise<Shapes> => {
    const layers = `footprints,${tier.toLowerCase()}-tier`;
    const path = `/maps/${encodeURIComponent(edition)}/all.topojson?detail=${detail}&layers=${layers}&properties=code`;
    return memoize(path, async () => {
      const answer = await fetchJsonUpTo(path, MAX_BYTES);
      if ("file" in answer) return { ...answer, path };
      const topology = answer.json as Partial<Topology> | null;
      if (topology?.type !== "Topology" || !topology.arcs || !topology.objects) throw unreadableError();
      return { topology: topology as Topology };
    });
  };
  return {
    execute: <Result>(query: Query<Result>) => memoize(JSON.stringify(query), () => answer<Result>(query)),
    shapes: async (request) => {
      if (request.detail === "LOW") return fetchShapes(request);
      const low = await fetchShapes({ ...request, detail: "LOW" });
      return isOffThread(low) || low.topology.arcs.length > MAX_ARCS ? low : fetchShapes(request);
    },
  };
}

async function answer<Result>({ query, variables }: Query<Result>): Promise<Result> {
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
  return new ApiError("The server’s answer could not be read.", true);
}

/** A question that got no usable answer; the message says why, in words for the reader. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    message: string,
    /** Whether asking again may help. */
    readonly isTransient: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const TIMEOUT_MS = 30_000;

/** A body as it came, and the status that it came with. */
interface FetchedBody<Body> {
  readonly status: number;
  readonly body: Body;
}

/**
 * The JSON that the server answers with.
 *
 * @throws {ApiError} when there is no answer in time, or none that can be read
 */
export async function fetchJson(path: string, init: RequestInit = {}): Promise<unknown> {
  return parseJson(await fetchBody(path, init, (response) => response.text()));
}

/**
 * The JSON that the server answers with; more than so many bytes as they are, which takes the page no time.
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
    throw new ApiError(isTimeout ? "The server took too long to answer." : "The server cannot be reached.", true, {
      cause,
    });
  }
}

function parseJson({ status, body }: FetchedBody<string>): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ApiError(`The server’s answer could not be read (status ${status}).`, true, { cause });
  }
}
