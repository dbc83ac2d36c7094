import type { ApolloServer } from "@apollo/server";
import { servedSchema } from "../../graphql/schema.js";
import { type BoundedCache, boundedCache } from "../caches/bounded-cache.js";
import { LIMITS, type Limits } from "../limits/limits.js";
import type { LogError } from "../log.js";
import { startedApollo } from "./apollo.js";
import { type KnownDocuments, knownDocuments } from "./known-documents.js";
import { readingGetters } from "./plain-getters.js";
import { takingTurns } from "./taking-turns.js";
import type { TimedContext } from "./timed-context.js";
import { type Turns, turns } from "./turns.js";

/** What answers GraphQL, whatever the data. */
export interface GraphqlService {
  readonly apollo: ApolloServer<TimedContext>;
  readonly documents: KnownDocuments;
  /** Query texts by their SHA-256, as automatic persisted queries name them. */
  readonly persistedQueries: BoundedCache<string>;
  readonly turns: Turns;
  readonly limits: Limits;
  readonly codeVersion: string;
  readonly log: LogError;
}

const MOST_CHARACTERS_PERSISTED = 4_000_000;

/** Starts the service over the served schema. */
export async function startedGraphql(codeVersion: string, log: LogError, limits = LIMITS): Promise<GraphqlService> {
  const schema = takingTurns(readingGetters(await servedSchema()), limits.seconds);
  const persistedQueries = boundedCache<string>(MOST_CHARACTERS_PERSISTED);
  return {
    apollo: await startedApollo({ schema, persistedQueries, log }),
    documents: knownDocuments(schema, limits),
    persistedQueries,
    turns: turns(),
    limits,
    codeVersion,
    log,
  };
}
