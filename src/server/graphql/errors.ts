import { unwrapResolverError } from "@apollo/server/errors";
import { BadInputError } from "@coterminous/overlap";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { LogError } from "../log.js";
import { LimitError } from "./limits/limits.js";

/** A request that does not follow GraphQL over HTTP, with its status. */
export class HttpRequestError extends Error {
  override readonly name = "HttpRequestError";

  constructor(
    readonly status: 400 | 406 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The form in which clients see an error. A bad argument becomes BAD_USER_INPUT with its message; errors of graphql itself
 * keep theirs; anything else is logged whole and masked.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: LogError): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof LimitError) return { ...formatted, ...limitErrorBody(cause) };
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
    message: "Internal server error. It has been logged.",
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}

/** The form in which clients see an error of a resolver. */
export function formatFieldError(error: GraphQLError, log: LogError): GraphQLFormattedError {
  const { code = "INTERNAL_SERVER_ERROR" } = error.extensions;
  return formatError({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error, log);
}

/** The form in which clients see an exceeded limit: its name, what is allowed, and the actual figure. */
export function limitErrorBody({ message, limit, allowed, actual }: LimitError): GraphQLFormattedError {
  return { message, extensions: { code: "LIMIT_EXCEEDED", limit, allowed, actual } };
}
