import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawGet } from "../../support/raw-get.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

const QUERY = "{ footprints { nodes { code name areaKm2 population } } }";

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);

afterAll(() => server.stop());

function address(query: string): string {
  return `${server.address}/graphql?query=${encodeURIComponent(query)}`;
}

test("an answer to GET may be kept for a short time by anyone", async () => {
  const { headers } = await rawGet(address(QUERY));

  expect(headers["cache-control"]).toBe("public, max-age=60");
  expect(headers.etag).toMatch(/^"[\w.-]+"$/);
  expect(headers.vary).toBe("Accept, Accept-Encoding");
});

test("the entity tag begins with the data version", async () => {
  const { json } = await server.request(`/health/ready`);

  const { headers } = await rawGet(address(QUERY));

  expect(headers.etag).toContain((json as { dataVersion?: string }).dataVersion);
});

test("a client that has the answer is told so, with nothing in the body", async () => {
  const first = await rawGet(address(QUERY));

  const again = await rawGet(address(QUERY), { "if-none-match": `"other", ${first.headers.etag}` });

  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
  expect(again.headers).toMatchObject({ etag: first.headers.etag, vary: first.headers.vary });
  expect(again.headers["cache-control"]).toBe(first.headers["cache-control"]);
  expect(again.headers["access-control-allow-origin"]).toBe("*");
});

test.each([
  ["another query", "{ footprints { nodes { code } } }", {}],
  ["another media type", QUERY, { accept: "application/graphql-response+json" }],
  ["another coding", QUERY, { "accept-encoding": "br" }],
])("%s has another entity tag", async (_name, query, headers) => {
  const one = await rawGet(address(QUERY));
  const other = await rawGet(address(query), headers);

  expect(other.headers.etag).not.toBe(one.headers.etag);
});

test("other variables have another entity tag", async () => {
  const query = encodeURIComponent("query ($tier: Tier) { spanningAuthorities(tier: $tier) { footprintCount } }");
  const of = (tier: string) =>
    `${server.address}/graphql?query=${query}&variables=${encodeURIComponent(`{"tier":"${tier}"}`)}`;

  const upper = await rawGet(of("UPPER"));
  const lower = await rawGet(of("LOWER"));

  expect(upper.headers.etag).not.toBe(lower.headers.etag);
});

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("a client that takes %s gets it, smaller and whole", async (coding, decompressed) => {
  const plain = await rawGet(address(QUERY));
  const coded = await rawGet(address(QUERY), { "accept-encoding": coding });

  expect(coded.headers["content-encoding"]).toBe(coding);
  expect(coded.body.length).toBeLessThan(plain.body.length);
  expect(decompressed(coded.body)).toEqual(plain.body);
});

test("a small answer is not compressed", async () => {
  const { headers } = await rawGet(address("{ editions { id } }"), { "accept-encoding": "br" });

  expect(headers["content-encoding"]).toBeUndefined();
});

test.each([
  ["invalid", "{ footprintz { totalCount } }"],
  ["refused", "{ footprints(first: -1) { totalCount } }"],
  ["oversized", `{ editions { ${"id ".repeat(1_000)} } }`],
])("an answer to an %s query is not kept", async (_name, query) => {
  const { headers } = await rawGet(address(query));

  expect(headers["cache-control"]).toBe("no-store");
  expect(headers.etag).toBeUndefined();
});

test("HEAD has the headers of GET and no body", async () => {
  const get = await rawGet(address(QUERY));
  const head = await rawGet(address(QUERY), {}, "HEAD");

  expect(head.status).toBe(200);
  expect(head.body).toHaveLength(0);
  expect(head.headers).toMatchObject({ etag: get.headers.etag, "content-length": get.headers["content-length"] });
});

test("a persisted query is asked for by its hash, registered once, and cacheable", async () => {
  const query = "{ footprints(first: 3) { totalCount } }";
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }));
  const byHash = `${server.address}/graphql?extensions=${extensions}`;

  const unknown = await rawGet(byHash);
  const registering = await rawGet(`${byHash}&query=${encodeURIComponent(query)}`);
  const known = await rawGet(byHash);

  expect(JSON.parse(unknown.body.toString())).toMatchObject({ errors: [{ message: "PersistedQueryNotFound" }] });
  expect(unknown.headers["cache-control"]).toBe("no-store");
  expect(JSON.parse(registering.body.toString())).toEqual({ data: { footprints: { totalCount: 44 } } });
  expect(known.body).toEqual(registering.body);
  expect(known.headers["cache-control"]).toBe("public, max-age=60");
});

test("an invalid query is not registered", async () => {
  const query = "{ nothing }";
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const ask = (body: object) =>
    server.request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  await ask({ query, extensions });
  const { json } = await ask({ extensions });

  expect(json?.errors?.[0]?.message).toBe("PersistedQueryNotFound");
});

test("a page of any origin may ask", async () => {
  const response = await fetch(`${server.address}/graphql`, {
    method: "OPTIONS",
    headers: {
      origin: "https://maps.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type, x-mine",
    },
  });

  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-headers")).toBe("content-type, x-mine");
  expect(response.headers.get("access-control-allow-methods")).toContain("POST");
});

test("a page of any origin may read the entity tag", async () => {
  const { headers } = await rawGet(address(QUERY), { origin: "https://maps.example" });

  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["access-control-expose-headers"]).toContain("ETag");
});
