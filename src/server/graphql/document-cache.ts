import { type DocumentNode, type GraphQLSchema, Kind, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import type { Limits } from "./limits/limits.js";
import { checkShape, checkTokens } from "./limits/query-limits.js";
import { type PreparedOperation, prepareOperation } from "./prepared-operation.js";

/** A query that is valid and within the limits. */
export interface PreparedDocument {
  /** The operation of this name, or the only operation; null when that is ambiguous or missing. */
  operation(name: string | undefined): PreparedOperation | null;
}

/** The document of a query text; null when it is invalid. @throws {LimitError} */
export type DocumentCache = (text: string) => PreparedDocument | null;

// Sizes are characters of query text; a document takes about 50 bytes of memory per character.
const CACHE_CHARACTERS = { maxSize: 1_000_000, maxEntrySize: 100_000 };

/** Parses, checks and validates a query text on its first request, and caches the result. */
export function documentCache(schema: GraphQLSchema, limits: Limits): DocumentCache {
  const cache = new LRUCache<string, PreparedDocument>(CACHE_CHARACTERS);
  return (text) => {
    const cached = cache.get(text);
    if (cached !== undefined) return cached;
    checkTokens(text, limits);
    const document = parseOrNull(text);
    if (document === null) return null;
    checkShape(document, limits);
    if (validate(schema, document).length > 0) return null;
    const prepared = prepareDocument(schema, document);
    cache.set(text, prepared, { size: text.length });
    return prepared;
  };
}

function parseOrNull(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function prepareDocument(schema: GraphQLSchema, document: DocumentNode): PreparedDocument {
  const operations = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((definition) => prepareOperation(schema, document, definition));
  return {
    operation: (name) => {
      if (name === undefined || name === "") return operations.length === 1 ? (operations[0] ?? null) : null;
      return operations.find((operation) => operation.name === name) ?? null;
    },
  };
}
