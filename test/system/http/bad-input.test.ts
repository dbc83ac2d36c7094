import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

const EXPECTED_CODE = "expected 1 capital letter and 8 digits";
const TRACES = [
  /\bat .+:\d+:\d+/,
  /node_modules/,
  /\bfile:\/\//,
  /\.(ts|js|mjs|cjs):\d+/,
  /stack ?trace/i,
  /\/(src|dist)\//,
];

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

/** That an answer is refused for what the user gave, in a message that holds each of the texts. */
function expectBadUserInput({ json }: Answer, ...texts: readonly string[]): void {
  const [error, ...others] = json?.errors ?? [];
  expect(others).toEqual([]);
  expect(error?.extensions?.code).toBe("BAD_USER_INPUT");
  for (const text of texts) expect(error?.message).toContain(text);
}

describe("a code that does not exist", () => {
  it.each([
    'footprint(code: "E54000999") { name }',
    'authority(code: "E10000999") { name }',
    'footprint(code: "E54000005", edition: "icb-2024") { name }',
    'footprint(code: "E10000023") { name }',
    'authority(code: "E54000048") { name }',
    'edition(id: "stp-2099") { title }',
  ])("is null and no error: %s", async (field) => {
    const { status, json } = await server.answer(`{ found: ${field} }`);

    expect(status).toBe(200);
    expect(json).toEqual({ data: { found: null } });
  });

  it.each(['footprint: "E54000999"', 'authority: "E10000999"'])("has no overlaps: %s", async (argument) => {
    const { json } = await server.answer(`{ overlaps(${argument}) { totalCount nodes { areaKm2 } } }`);

    expect(json).toEqual({ data: { overlaps: { totalCount: 0, nodes: [] } } });
  });
});

describe("a malformed code", () => {
  const MALFORMED = ["E5400004", "e54000048", "E540000480", " E54000048", "Lancashire", "", "E5400004８", "💥"];

  it.each(MALFORMED)("is refused as bad user input with the value and the expected form: %j", async (code) => {
    const query = "query ($code: ID!) { found: KIND(code: $code) { name } }";

    const footprint = await server.answer(query.replace("KIND", "footprint"), { code });
    const authority = await server.answer(query.replace("KIND", "authority"), { code });

    expectBadUserInput(footprint, JSON.stringify(code), "footprint code", EXPECTED_CODE);
    expectBadUserInput(authority, JSON.stringify(code), "council code", EXPECTED_CODE);
  });

  it.each(["footprint", "authority"])("is refused where it would choose overlaps: %s", async (argument) => {
    const answer = await server.answer(`{ overlaps(${argument}: "nowhere") { totalCount } }`);

    expectBadUserInput(answer, '"nowhere"', EXPECTED_CODE);
  });

  it("leaves the rest of the query answered", async () => {
    const { json } = await server.answer(
      '{ bad: footprint(code: "?") { name } good: footprint(code: "E54000048") { code } }',
    );

    expect(json?.data).toEqual({ bad: null, good: { code: "E54000048" } });
    expect(json?.errors?.[0]?.path).toEqual(["bad"]);
  });
});

describe("an unknown edition", () => {
  it.each([
    "footprints(edition: $edition) { totalCount }",
    "authorities(edition: $edition) { totalCount }",
    "overlaps(edition: $edition) { totalCount }",
    "spanningAuthorities(edition: $edition) { footprintCount }",
    'footprint(code: "E54000048", edition: $edition) { name }',
    'authority(code: "E10000023", edition: $edition) { name }',
    'search(text: "Kent", edition: $edition) { __typename }',
  ])("is refused as bad user input, naming those there are: %s", async (field) => {
    const answer = await server.answer(`query ($edition: ID) { ${field} }`, { edition: "stp-2099" });

    expectBadUserInput(answer, '"stp-2099"', "stp-2017", "icb-2024");
  });

  it.each(["STP 2017", "", "stp_2017", "-", "x".repeat(41)])(
    "is refused with the expected form when it cannot be one: %j",
    async (edition) => {
      const answer = await server.answer("query ($edition: ID) { footprints(edition: $edition) { totalCount } }", {
        edition,
      });

      expectBadUserInput(answer, JSON.stringify(edition), "lower-case letters, digits and hyphens");
    },
  );
});

describe("a number out of range", () => {
  it.each([
    ["spanningAuthorities(minFootprints: 0) { footprintCount }", "0"],
    ["spanningSensitivity(minFootprints: 0) { count }", "0"],
    ["spanningAuthorities(sliverToleranceM: -1) { footprintCount }", "-1"],
    ["footprints(first: 501) { totalCount }", "501"],
    ["overlaps(first: -1) { totalCount }", "-1"],
  ])("is refused with the value: %s", async (field, value) => {
    expectBadUserInput(await server.answer(`{ ${field} }`), value);
  });

  it.each([1.5, -0.1])("is refused with the value where a share from 0 to 1 is asked for: %d", async (minShare) => {
    const query = "query ($minShare: Share) { spanningAuthorities(minShare: $minShare) { footprintCount } }";

    expectBadUserInput(await server.answer(query, { minShare }), String(minShare));
  });
});

describe("no answer to a bad request holds a stack trace or a path of the server:", () => {
  const json = { "content-type": "application/json" };

  it.each<[what: string, path: string, init: RequestInit]>([
    ["a query that does not parse", "/graphql", { method: "POST", headers: json, body: '{"query":"{ footprints( "}' }],
    ["a field that is not there", "/graphql", { method: "POST", headers: json, body: '{"query":"{ nothing }"}' }],
    [
      "a variable of the wrong type",
      "/graphql",
      {
        method: "POST",
        headers: json,
        body: '{"query":"query ($n: Int!) { footprints(first: $n) { totalCount } }","variables":{"n":"many"}}',
      },
    ],
    [
      "a share that is no number",
      "/graphql",
      {
        method: "POST",
        headers: json,
        body: '{"query":"{ spanningAuthorities(minShare: \\"half\\") { footprintCount } }"}',
      },
    ],
    [
      "a malformed code",
      "/graphql",
      { method: "POST", headers: json, body: '{"query":"{ footprint(code: \\"?\\") { name } }"}' },
    ],
    ["a body that is no JSON", "/graphql", { method: "POST", headers: json, body: "{" }],
    ["a body that is no object", "/graphql", { method: "POST", headers: json, body: "null" }],
    [
      "a body of another type",
      "/graphql",
      { method: "POST", headers: { "content-type": "text/plain" }, body: "{ editions { id } }" },
    ],
    ["no query at all", "/graphql", { method: "POST", headers: json, body: "{}" }],
    ["a GET without a query", "/graphql?variables={", {}],
    ["a method that GraphQL does not know", "/graphql", { method: "DELETE" }],
    ["a path that is not there", "/../../etc/passwd", {}],
    ["a path that does not decode", "/%E0%A4%A", {}],
    [
      "a body that is too large",
      "/graphql",
      { method: "POST", headers: json, body: JSON.stringify({ query: " ".repeat(2e6) }) },
    ],
  ])("%s", async (_, path, init) => {
    const { status, text } = await server.request(path, {
      ...init,
      headers: { accept: "application/json", ...init.headers },
    });

    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    for (const trace of TRACES) expect(text).not.toMatch(trace);
  });
});

describe("when the server itself fails", () => {
  it(
    "the answer is masked, and the operator is told everything",
    async () => {
      const failing = await startRealServer();
      await failing.store.close(); // as when the disc with the database is gone

      const { text, json } = await failing.answer(
        "{ at(longitude: -0.1246, latitude: 51.4994) { footprint { name } } }",
      );

      expect(json?.errors?.[0]?.extensions?.code).toBe("INTERNAL_SERVER_ERROR");
      expect(json?.errors?.[0]?.message).toBe("Internal server error. It has been logged.");
      expect(text).not.toMatch(/database|sqlite|connection/i);
      for (const trace of TRACES) expect(text).not.toMatch(trace);
      expect(failing.logged).toHaveLength(1);
      expect(String(failing.logged[0]?.error)).toMatch(/database connection is not open/);
      await failing.stop();
    },
    BUILD_TIMEOUT_MS,
  );
});
