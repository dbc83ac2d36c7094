/** A request that no server should have to see, and what it is to say to it. */
export interface HostileRequest {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly status: number;
  /** In the first error's extensions; the title of a problem where there is no GraphQL. */
  readonly code: string;
  readonly message: RegExp;
}

/** A POST of a query, from a client that takes the newer media type: request errors are 400 there. */
export function graphqlRequest(
  name: string,
  body: Readonly<Record<string, unknown>>,
  expected: Pick<HostileRequest, "status" | "code" | "message">,
): HostileRequest {
  return { name, body: JSON.stringify(body), ...expected };
}

/** The same with a query and variables. */
export function queryRequest(
  name: string,
  text: string,
  expected: Pick<HostileRequest, "status" | "code" | "message"> & { readonly variables?: Record<string, unknown> },
): HostileRequest {
  const { variables, ...answer } = expected;
  return graphqlRequest(name, { query: text, ...(variables && { variables }) }, answer);
}
