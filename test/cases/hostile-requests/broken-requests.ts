import { graphqlRequest, type HostileRequest } from "./hostile-request.js";

const JSON_BODY = JSON.stringify({ query: "{ editions { id } }" });
const bad = { status: 400, code: "BAD_REQUEST" };
const unsupported = { status: 415, code: "BAD_REQUEST", body: JSON_BODY };

const post = (name: string, body: string | Uint8Array, message: RegExp, status = 400): HostileRequest => ({
  name,
  body,
  status,
  code: status === 413 ? "LIMIT_EXCEEDED" : "BAD_REQUEST",
  message,
});
const get = (name: string, search: string, message: RegExp, code = "BAD_REQUEST"): HostileRequest => ({
  name,
  method: "GET",
  path: `/graphql${search}`,
  status: 400,
  code,
  message,
});
const path = (name: string, address: string, status = 404): HostileRequest => ({
  name,
  method: "GET",
  path: address,
  status,
  code: status === 404 ? "Not found" : "Bad request",
  message: status === 404 ? /There is nothing at|\/graphql/ : /Malformed URL path/,
});
const method = (name: string): HostileRequest => ({
  name: `${name} of /graphql`,
  method: name,
  status: 405,
  code: "Method not allowed",
  message: /allowed are GET, HEAD, POST/,
});

/** Requests that are wrong before their GraphQL is looked at. */
export const BROKEN_REQUESTS: readonly HostileRequest[] = [
  post("nothing", "", /is not JSON/),
  post("half of a JSON", '{"query": "{ editions', /is not JSON/),
  post("NaN in JSON", '{"query": "{ editions { id } }", "variables": {"x": NaN}}', /is not JSON/),
  post("bytes that are no UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), /not UTF-8/),
  post("a batch", `[${JSON_BODY},${JSON_BODY}]`, /batch of 2 requests/),
  post(
    "a batch of ten thousand",
    `[${Array.from({ length: 10_000 }, () => "{}").join(",")}]`,
    /batch of 10,?000 requests/,
  ),
  post("JSON that is a text", '"{ editions { id } }"', /POST body missing|JSON object/),
  post("JSON that is null", "null", /POST body missing|JSON object/),
  post("JSON with no keys", "{}", /POST body missing|JSON object/),
  post(
    "2 MB of query",
    JSON.stringify({ query: `{ editions { id } } #${"x".repeat(2_000_000)}` }),
    /2,000,\d\d\d bytes; at most 1,000,000/,
    413,
  ),
  post(
    "a polygon of ten million positions",
    `{"query":"{ editions { id } }","variables":{"g":[${"[0,52],".repeat(3_000_000)}[0,52]]}}`,
    /bytes; at most 1,000,000/,
    413,
  ),
  graphqlRequest("no query", { variables: {} }, { ...bad, message: /non-empty `query`/ }),
  graphqlRequest("an empty query", { query: "" }, { ...bad, message: /non-empty `query`/ }),
  graphqlRequest("a number for a query", { query: 42 }, { ...bad, message: /must be strings/ }),
  graphqlRequest(
    "variables in a text",
    { query: "{ editions { id } }", variables: "{}" },
    { ...bad, message: /variables/ },
  ),
  graphqlRequest(
    "variables in a list",
    { query: "{ editions { id } }", variables: [1] },
    { ...bad, message: /variables/ },
  ),
  graphqlRequest(
    "extensions in a text",
    { query: "{ editions { id } }", extensions: "x" },
    { ...bad, message: /extensions/ },
  ),
  graphqlRequest(
    "a number for an operation",
    { query: "{ editions { id } }", operationName: 1 },
    { ...bad, message: /operationName/ },
  ),
  graphqlRequest(
    "an operation that is not there",
    { query: "query A { editions { id } }", operationName: "B" },
    { status: 400, code: "OPERATION_RESOLUTION_FAILURE", message: /Unknown operation named "B"/ },
  ),
  graphqlRequest(
    "a hash that is not known",
    { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
    { status: 200, code: "PERSISTED_QUERY_NOT_FOUND", message: /PersistedQueryNotFound/ },
  ),
  graphqlRequest(
    "a hash of another query",
    { query: "{ editions { id } }", extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
    { status: 400, code: "BAD_USER_INPUT", message: /sha does not match/ },
  ),
  graphqlRequest(
    "persisted queries of a later version",
    { query: "{ editions { id } }", extensions: { persistedQuery: { version: 2, sha256Hash: "x" } } },
    { status: 400, code: "BAD_USER_INPUT", message: /Unsupported persisted query version/ },
  ),
  {
    name: "text/plain",
    headers: { "content-type": "text/plain" },
    ...unsupported,
    message: /expected application\/json/,
  },
  {
    name: "a form",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    ...unsupported,
    message: /expected application\/json/,
  },
  {
    name: "a form of parts",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    ...unsupported,
    message: /expected application\/json/,
  },
  {
    name: "application/jsonp",
    headers: { "content-type": "application/jsonp" },
    ...unsupported,
    message: /expected application\/json/,
  },
  { name: "no content type", headers: { "content-type": "" }, ...unsupported, message: /expected application\/json/ },
  {
    name: "UTF-16",
    headers: { "content-type": "application/json; charset=utf-16" },
    ...unsupported,
    message: /expected utf-8/,
  },
  {
    name: "a compressed body",
    headers: { "content-encoding": "gzip" },
    ...unsupported,
    message: /Content-Encoding is gzip/,
  },
  {
    name: "a client that takes only pictures",
    headers: { accept: "image/png" },
    body: JSON_BODY,
    status: 406,
    code: "BAD_REQUEST",
    message: /image\/png/,
  },
  get("GET without a query", "", /non-empty `query`/),
  get(
    "GET with two queries",
    "?query=%7Beditions%7Bid%7D%7D&query=%7Beditions%7Btitle%7D%7D",
    /only be specified once/,
  ),
  get("GET with variables that are no JSON", "?query=%7Beditions%7Bid%7D%7D&variables=x", /invalid JSON/),
  get("GET with half a percent sign", "?query=%7Beditions%", /Syntax Error/, "GRAPHQL_PARSE_FAILED"),
  method("PUT"),
  method("DELETE"),
  method("PATCH"),
  path("an address that is none", "/graphiql"),
  path("an address with a slash too many", "/graphql/"),
  path("an address of two slashes", "//graphql"),
  path("an address out of the assets", "/assets/../../package.json"),
  path("an encoded address out of the assets", "/assets/..%2f..%2fpackage.json"),
  path("an address encoded twice", "/assets/%252e%252e/package.json"),
  path("an address with a null byte", "/assets/%00"),
  path("an address with half a percent sign", "/graphql%", 400),
  path("an address with bytes that are no UTF-8", "/%ff%fe", 400),
];
