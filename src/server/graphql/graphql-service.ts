import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { createSchema } from "../../api/graphql/schema.js";
import type { LogError } from "../log.js";
import { type DocumentCache, documentCache } from "./document-cache.js";
import { formatError } from "./errors.js";
import { createScheduler, type Scheduler } from "./event-loop-scheduler.js";
import { LIMITS, type Limits } from "./limits/limits.js";
import type { ExecutionContext } from "./prepared-operation.js";
import { stripGetterResolvers, yieldBetweenResolvers } from "./resolver-transforms.js";

/** The parts of the GraphQL service that do not depend on the data. */
export interface GraphqlService {
  readonly apollo: ApolloServer<ExecutionContext>;
  readonly documents: DocumentCache;
  /** Query texts by their SHA-256, as automatic persisted queries name them. */
  readonly persistedQueries: LRUCache<string, string>;
  readonly scheduler: Scheduler;
  readonly limits: Limits;
  readonly codeVersion: string;
  readonly log: LogError;
}

// Sizes are in characters; one text may take a tenth of the cache.
const PERSISTED_QUERY_CACHE = { maxSize: 4_000_000, maxEntrySize: 400_000 };

/** Starts the service over the served schema. */
export async function startGraphql(codeVersion: string, log: LogError, limits = LIMITS): Promise<GraphqlService> {
  const schema = yieldBetweenResolvers(stripGetterResolvers(await createSchema()), limits.seconds);
  const persistedQueries = new LRUCache<string, string>(PERSISTED_QUERY_CACHE);
  return {
    apollo: await startApollo({ schema, persistedQueries, log }),
    documents: documentCache(schema, limits),
    persistedQueries,
    scheduler: createScheduler(),
    limits,
    codeVersion,
    log,
  };
}

interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly persistedQueries: LRUCache<string, string>;
  readonly log: LogError;
}

// Apollo Server prefixes the hash.
const PREFIX_LENGTH = "apq:".length;

/** Apollo Server over a schema, started. Public, read-only and without cookies: so no CSRF check, and introspection. */
export async function startApollo({
  schema,
  persistedQueries,
  log,
}: ApolloOptions): Promise<ApolloServer<ExecutionContext>> {
  const apollo = new ApolloServer<ExecutionContext>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => formatError(formatted, error, log),
    plugins: [ApolloServerPluginLandingPageDisabled()],
    persistedQueries: {
      cache: {
        get: async (key) => persistedQueries.get(key.slice(PREFIX_LENGTH)),
        set: async () => {}, // the fast path stores texts, once they are valid
        delete: async () => {},
      },
    },
    documentStore: null, // only invalid documents reach Apollo Server
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return apollo;
}
