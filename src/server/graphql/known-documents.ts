import { type DocumentNode, type GraphQLSchema, Kind, parse, validate } from "graphql";
import { boundedCache } from "../caches/bounded-cache.js";
import { checkShape } from "../limits/check-shape.js";
import type { Limits } from "../limits/limits.js";
import { checkTokens } from "../limits/token-count.js";
import { type KnownOperation, knownOperation } from "./known-operation.js";

/** A query text that was found valid and within the limits. */
export interface KnownDocument {
  /** The operation of a name, or the only one there is; null when that does not say which. */
  operation(name: string | undefined): KnownOperation | null;
}

/** Gives the document of a query text; null when it is not valid. @throws {LimitError} */
export type KnownDocuments = (text: string) => KnownDocument | null;

// A document takes some 50 bytes of memory for each character of its text.
const MOST_CHARACTERS_KEPT = 1_000_000;

/** Parses and validates a query text when it first comes, and then remembers. */
export function knownDocuments(schema: GraphQLSchema, limits: Limits): KnownDocuments {
  const known = boundedCache<KnownDocument>(MOST_CHARACTERS_KEPT);
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    checkTokens(text, limits);
    const document = parsed(text);
    if (document === null) return null;
    checkShape(document, limits);
    if (validate(schema, document).length > 0) return null;
    const made = knownDocument(schema, document);
    known.set(text, made, text.length);
    return made;
  };
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function knownDocument(schema: GraphQLSchema, document: DocumentNode): KnownDocument {
  const operations = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((definition) => knownOperation(schema, document, definition));
  return {
    operation: (name) => {
      if (name === undefined || name === "") return operations.length === 1 ? (operations[0] ?? null) : null;
      return operations.find((operation) => operation.name === name) ?? null;
    },
  };
}
