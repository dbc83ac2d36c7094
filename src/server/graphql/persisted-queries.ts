import { createHash } from "node:crypto";
import type { BoundedCache } from "../caches/bounded-cache.js";
import type { Parameters } from "./parameters.js";

/**
 * The text of the query that a request means: its own, or the one it names by hash, as automatic persisted queries
 * have it. A text that comes with its right hash is to be kept once it has proved valid.
 *
 * null when there is no such text or the hash is not that of the text, which Apollo Server then says.
 */
export function queryText(
  { query, extensions }: Parameters,
  kept: BoundedCache<string>,
): { readonly text: string; readonly keepAs: string | null } | null {
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) {
    return query === undefined || query === "" ? null : { text: query, keepAs: null };
  }
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== "string") return null;
  if (query !== undefined) return sha256(query) === sha256Hash ? { text: query, keepAs: sha256Hash } : null;
  const text = kept.get(sha256Hash);
  return text === undefined ? null : { text, keepAs: null };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
