import { type DocumentNode, type GraphQLSchema, Kind, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import type { Limits } from "./limits/limits.js";
import { checkShape, checkTokens } from "./limits/query-limits.js";
import { type PreparedOperation, prepareOperation } from "./prepared-operation.js";

/** A query text that was found valid and within the limits. */
export interface PreparedDocument {
  /** The operation of a name, or the only one there is; null when that does not say which. */
  operation(name: string | undefined): PreparedOperation | null;
}

/** Gives the document of a query text; null when it is not valid. @throws {LimitError} */
export type DocumentCache = (text: string) => PreparedDocument | null;

// A document takes some 50 bytes of memory for each character of its text.
const CACHE_CHARACTERS = { maxSize: 1_000_000, maxEntrySize: 100_000 };

/** Parses and validates a query text when it first comes, and then remembers. */
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
    const made = prepareDocument(schema, document);
    cache.set(text, made, { size: text.length });
    return made;
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
