import { createHash } from "node:crypto";
import type { LRUCache } from "lru-cache";
import type { Limits } from "./limits/limits.js";
import { checkJsonNesting } from "./limits/query-limits.js";

/** The parameters of a GraphQL request, named as in the GraphQL over HTTP specification. */
export interface RequestParams {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The parameters in the JSON of a POST; null when they do not follow the specification. */
export function parseBodyParams(body: unknown): RequestParams | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (!isTextOrAbsent(query) || !isTextOrAbsent(operationName)) return null;
  if (!isRecordOrAbsent(variables) || !isRecordOrAbsent(extensions)) return null;
  return {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    extensions: extensions ?? {},
  };
}

/**
 * The parameters in the query string of a GET; null when they do not follow the specification.
 *
 * @throws {LimitError} for JSON that is nested too deep
 */
export function parseSearchParams(search: string, limits: Limits): RequestParams | null {
  const parameters = new URLSearchParams(search);
  const body: Record<string, unknown> = {};
  for (const name of ["query", "operationName", "variables", "extensions"]) {
    const [value, ...more] = parameters.getAll(name);
    if (more.length > 0) return null;
    if (value === undefined) continue;
    if (name === "query" || name === "operationName") {
      body[name] = value;
      continue;
    }
    checkJsonNesting(value, limits);
    try {
      body[name] = JSON.parse(value);
    } catch {
      return null;
    }
  }
  return parseBodyParams(body);
}

function isTextOrAbsent(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === "string";
}

function isRecordOrAbsent(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The query text of a request: its own, or the automatic persisted query that its hash names. `persistAs` is the hash
 * under which to store a valid text.
 *
 * null when the text is missing or does not match the hash; Apollo Server then words the error.
 */
export function queryText(
  { query, extensions }: RequestParams,
  persisted: LRUCache<string, string>,
): { readonly text: string; readonly persistAs: string | null } | null {
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) {
    return query === undefined || query === "" ? null : { text: query, persistAs: null };
  }
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== "string") return null;
  if (query !== undefined) return sha256(query) === sha256Hash ? { text: query, persistAs: sha256Hash } : null;
  const text = persisted.get(sha256Hash);
  return text === undefined ? null : { text, persistAs: null };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
