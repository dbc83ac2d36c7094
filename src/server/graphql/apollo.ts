import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { BoundedCache } from "../caches/bounded-cache.js";
import type { LogError } from "../log.js";
import { formattedError } from "./graphql-errors.js";
import type { TimedContext } from "./timed-context.js";

interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly persistedQueries: BoundedCache<string>;
  readonly log: LogError;
}

// What Apollo Server puts before a hash.
const PREFIX_LENGTH = "apq:".length;

/** Apollo Server over a schema, started. Public, read-only and without cookies: so no CSRF check, and introspection. */
export async function startedApollo({
  schema,
  persistedQueries,
  log,
}: ApolloOptions): Promise<ApolloServer<TimedContext>> {
  const apollo = new ApolloServer<TimedContext>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => formattedError(formatted, error, log),
    plugins: [ApolloServerPluginLandingPageDisabled()],
    persistedQueries: {
      cache: {
        get: async (key) => persistedQueries.get(key.slice(PREFIX_LENGTH)),
        set: async () => {}, // texts are kept where they have proved valid
        delete: async () => {},
      },
    },
    documentStore: null, // only what is refused comes here
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return apollo;
}
