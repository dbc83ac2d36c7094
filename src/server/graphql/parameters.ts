import { checkJsonNesting } from "../limits/json-nesting.js";
import type { Limits } from "../limits/limits.js";

/** What a GraphQL request says, in the words of the GraphQL over HTTP specification. */
export interface Parameters {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The parameters in the JSON of a POST; null when they are not as the specification has them. */
export function parametersOfBody(body: unknown): Parameters | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (!isTextOrAbsent(query) || !isTextOrAbsent(operationName)) return null;
  if (!isRecordOrAbsent(variables) || !isRecordOrAbsent(extensions)) return null;
  return {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    extensions: extensions ?? {},
  };
}

/**
 * The parameters in the address of a GET; null when they are not as the specification has them.
 *
 * @throws {LimitError} for JSON that is nested too deep
 */
export function parametersOfSearch(search: string, limits: Limits): Parameters | null {
  const given = new URLSearchParams(search);
  const body: Record<string, unknown> = {};
  for (const name of ["query", "operationName", "variables", "extensions"]) {
    const [value, ...more] = given.getAll(name);
    if (more.length > 0) return null;
    if (value === undefined) continue;
    if (name === "query" || name === "operationName") {
      body[name] = value;
      continue;
    }
    checkJsonNesting(value, limits);
    try {
      body[name] = JSON.parse(value);
    } catch {
      return null;
    }
  }
  return parametersOfBody(body);
}

function isTextOrAbsent(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === "string";
}

function isRecordOrAbsent(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
