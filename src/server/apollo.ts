import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { servedSchema } from "../graphql/schema.js";
import type { Context } from "../graphql/world.js";
import { formattedError, type LogError } from "./graphql-errors.js";

/** Apollo Server over the served schema, started. Public, read-only and without cookies: so no CSRF check, and introspection. */
export async function startedApollo(log: LogError): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: await servedSchema(),
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => formattedError(formatted, error, log),
    plugins: [ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return apollo;
}
