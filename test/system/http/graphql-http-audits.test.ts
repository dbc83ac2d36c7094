import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);

afterAll(() => server.stop());

const audits = serverAudits({ url: () => `${server.address}/graphql`, fetchFn: fetch });

test("graphql-http knows 61 audits", () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("%s %s", async (_id, _name, fn) => {
  const result = await fn();

  expect(result.status, "reason" in result ? result.reason : "").toBe("ok");
});
