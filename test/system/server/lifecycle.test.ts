import { once } from "node:events";
import { copyFile, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../../../src/server/server.js";
import { openStore } from "../../../src/store/open-store.js";
import { openDatabase } from "../../../src/store/sqlite.js";
import { BUILD_TIMEOUT_MS, realStorePath } from "../../support/real-store.js";

const PATIENCE = { timeout: 60_000, interval: 50 };
const logged: string[] = [];

let folder: string;
let storePath: string;
let server: RunningServer;

beforeEach(async () => {
  logged.length = 0;
  folder = await mkdtemp(join(tmpdir(), "coterminous-lifecycle-"));
  storePath = join(folder, "served.sqlite");
  await copyFile(realStorePath(), storePath);
  const log = (message: string) => void logged.push(message);
  server = await startServer({
    store: openStore(storePath),
    storePath,
    webFolder: join(folder, "web"),
    port: 0,
    host: "127.0.0.1",
    log,
  });
}, BUILD_TIMEOUT_MS);

afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function dataVersion(): Promise<string> {
  const response = await fetch(`${server.address}/health/ready`);
  return ((await response.json()) as { dataVersion: string }).dataVersion;
}

async function editions(): Promise<unknown> {
  const query = encodeURIComponent("{ editions { id dataVersion } }");
  const response = await fetch(`${server.address}/graphql?query=${query}`);
  return ((await response.json()) as { data: { editions: unknown } }).data.editions;
}

/** Puts a file with another data version in the place of the one that is served. */
async function putNewer(version: string): Promise<void> {
  const path = join(folder, "newer.sqlite");
  await copyFile(realStorePath(), path);
  const database = openDatabase(path);
  database.prepare("update build set data_version = ?").run(version);
  database.close();
  await rename(path, storePath);
}

test("a newer file is served soon, and no request on the way fails", async () => {
  let isOver = false;
  let answerCount = 0;
  const asking = (async () => {
    for (; !isOver; answerCount++) expect(await editions()).toHaveLength(2);
  })();

  await putNewer("newer");
  await vi.waitFor(async () => expect(await dataVersion()).toBe("newer"), PATIENCE);
  isOver = true;
  await asking;

  expect(await editions()).toContainEqual({ id: "stp-2017", dataVersion: "newer" });
  expect(answerCount).toBeGreaterThan(10);
  expect(logged).toEqual([]);
});

test("a file that cannot be opened is reported, and the one before is served on", async () => {
  const before = await dataVersion();

  await writeFile(join(folder, "broken.sqlite"), "not a database");
  await rename(join(folder, "broken.sqlite"), storePath);
  await vi.waitFor(() => expect(logged).toHaveLength(1), PATIENCE);

  expect(logged[0]).toContain("the older data stays in service");
  expect(await dataVersion()).toBe(before);
});

test("a request that is under way when the server stops is answered, and then the connection is closed", async () => {
  const { port } = new URL(server.address);
  const socket = connect(Number(port), "127.0.0.1");
  const body = JSON.stringify({ query: "{ editions { id } }" });
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await once(socket, "data"); // the server has read the headers and says "Continue"

  const stopped = server.stop();
  socket.write(body);
  const answer = await text(socket);
  await stopped;

  expect(answer).toContain("HTTP/1.1 200 OK");
  expect(answer).toContain("icb-2024");
  await expect(fetch(`${server.address}/health/live`)).rejects.toThrow();
});

test("a second server at the same port says so, and what to do", async () => {
  const { port } = new URL(server.address);
  const second = {
    store: openStore(storePath),
    webFolder: folder,
    port: Number(port),
    host: "127.0.0.1",
    log: () => {},
  };

  await expect(startServer(second)).rejects.toThrow(
    `cannot listen on 127.0.0.1, port ${port}: the port is in use: stop the other program, or set PORT to another number`,
  );
});

test("the metrics count what was answered and how", async () => {
  await editions();
  await fetch(`${server.address}/nowhere`);

  const metrics = await (await fetch(`${server.address}/metrics`)).text();

  expect(metrics).toContain('coterminous_request_seconds_count{route="/graphql",status="200"} 1');
  expect(metrics).toContain('coterminous_request_seconds_count{route="none",status="404"} 1');
  expect(metrics).toContain(`coterminous_data_info{version="${await dataVersion()}"} 1`);
});
