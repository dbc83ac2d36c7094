import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROKEN_POLYGONS } from "../../cases/hostile-requests/broken-polygons.js";
import { BROKEN_REQUESTS } from "../../cases/hostile-requests/broken-requests.js";
import type { HostileRequest } from "../../cases/hostile-requests/hostile-request.js";
import { INVALID_QUERIES } from "../../cases/hostile-requests/invalid-queries.js";
import { OVERSIZED_QUERIES } from "../../cases/hostile-requests/oversized-queries.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

// For a server that hangs, not for one on a busy machine: `npm run bench -- api` measures how long refusals take.
const HANG_TIMEOUT_MS = 20_000;

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);

afterAll(() => server.stop());

interface RawResponse {
  readonly status: number;
  readonly body: string;
}

/** Sends a request as it is: fetch would tidy it. */
function send({ method = "POST", path = "/graphql", headers = {}, body = "" }: HostileRequest): Promise<RawResponse> {
  const { port } = new URL(server.address);
  const defaults = {
    accept: "application/graphql-response+json",
    ...(method === "GET" ? {} : { "content-type": "application/json" }),
  };
  return new Promise((resolve, reject) => {
    const options = {
      port,
      method,
      path,
      headers: { ...defaults, ...headers },
      agent: false,
      timeout: HANG_TIMEOUT_MS,
    };
    const request = httpRequest(options, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: await text(response) });
    });
    request.on("error", reject);
    request.on("timeout", () => request.destroy(new Error("no answer")));
    request.end(method === "GET" ? undefined : body);
  });
}

const tables = {
  "mistaken queries": INVALID_QUERIES,
  "oversized queries": OVERSIZED_QUERIES,
  "broken polygons": BROKEN_POLYGONS,
  "broken requests": BROKEN_REQUESTS,
};

describe.each(Object.entries(tables))("%s", (_name, requests) => {
  test.each(requests.map((request) => [request.name, request] as const))("%s", async (_request, hostile) => {
    const { status, body } = await send(hostile);

    const { errors, title, detail } = JSON.parse(body);
    expect({ status, code: errors?.[0].extensions.code ?? title, body }).toMatchObject({
      status: hostile.status,
      code: hostile.code,
    });
    expect(errors?.[0].message ?? detail).toMatch(hostile.message);
    expect(body).not.toMatch(/node_modules|\bat .*\.(js|ts):\d+/);
  });
});

test("there are enough of them", () => {
  expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(60);
});

/** What comes back for bytes that are sent as they are. */
function answerToBytes(bytes: string): Promise<string> {
  const { port, hostname } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  socket.end(bytes);
  return text(socket);
}

test.each([
  ["what is not HTTP", "hello\r\n\r\n", "400 Bad Request"],
  ["a header of 20,000 letters", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "431 Request Header"],
  ["an address of 20,000 letters", `GET /?${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, "431 Request Header"],
  [
    "two lengths",
    "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    "400 Bad Request",
  ],
])("%s is refused in words", async (_name, bytes, status) => {
  const answer = await answerToBytes(bytes);

  expect(answer).toContain(`HTTP/1.1 ${status}`);
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toHaveProperty("detail");
});

test("after all of it the server answers, and has nothing to tell its operator", async () => {
  const { editions } = await server.ask<{ editions: readonly unknown[] }>("{ editions { id } }");

  expect(editions).toHaveLength(2);
  expect(server.logged).toEqual([]);
});
