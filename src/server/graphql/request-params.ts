import { createHash } from "node:crypto";
import type { LRUCache } from "lru-cache";
import type { Limits } from "./limits/limits.js";
import { checkJsonNesting } from "./limits/query-limits.js";

/** What a GraphQL request says, in the words of the GraphQL over HTTP specification. */
export interface RequestParams {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The parameters in the JSON of a POST; null when they are not as the specification has them. */
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
 * The parameters in the address of a GET; null when they are not as the specification has them.
 *
 * @throws {LimitError} for JSON that is nested too deep
 */
export function parseSearchParams(search: string, limits: Limits): RequestParams | null {
  const given = new URLSearchParams(search);
  const body: Record<string, unknown> = {};
  for (const name of ["query", "operationName", "variables", "extensions"]) {
    const [value, ...more] = given.getAll(name);
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
 * The text of the query that a request means: its own, or the one it names by hash, as automatic persisted queries
 * have it. A text that comes with its right hash is to be kept once it has proved valid.
 *
 * null when there is no such text or the hash is not that of the text, which Apollo Server then says.
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
