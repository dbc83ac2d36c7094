import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { BadInputError } from "../model/bad-input-error.js";

/** Gets what went wrong that nobody outside should read. */
export type LogError = (message: string, error: unknown) => void;

/**
 * What a client is told of an error. A bad argument is BAD_USER_INPUT with its message; what graphql itself refuses stays as
 * it is; anything else is logged whole and masked.
 */
export function formattedError(formatted: GraphQLFormattedError, error: unknown, log: LogError): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof BadInputError) {
    return { ...formatted, message: cause.message, extensions: { code: "BAD_USER_INPUT" } };
  }
  if (cause instanceof GraphQLError) {
    const { code = "BAD_USER_INPUT" } = formatted.extensions ?? {};
    return { ...formatted, extensions: { code: code === "INTERNAL_SERVER_ERROR" ? "BAD_USER_INPUT" : code } };
  }
  log("a query failed", cause);
  return {
    ...formatted,
    message: "The server could not answer this; the fault is its own and has been noted.",
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}
