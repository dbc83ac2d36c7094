import { copyFile, mkdir, rename, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../../src/store/sqlite.js";
import { PYRAMID_FOLDER } from "../../support/real-pyramid.js";
import { BUILD_TIMEOUT_MS, realStorePath } from "../../support/real-store.js";
import { temporaryFolder } from "../../support/small-edition.js";
import { type StartedProgram, startProgram } from "./start-program.js";

const PATIENCE = { timeout: 60_000, interval: 100 };
const PROCESS_COUNT = 2;
const START_TIMEOUT_MS = 120_000; // a start takes a second, and far longer where many tests run at once

const folder = temporaryFolder();
const storePath = join(folder, "served.sqlite");
const environment = { COTERMINOUS_STORE: storePath, COTERMINOUS_PROCESSES: String(PROCESS_COUNT) };
let program: StartedProgram;

beforeAll(async () => {
  await copyFile(realStorePath(), storePath);
  await mkdir(PYRAMID_FOLDER, { recursive: true });
  await symlink(PYRAMID_FOLDER, join(folder, "zooms")); // so that what is drawn already is not drawn again here
  program = await startProgram(environment);
  await vi.waitFor(async () => expect(await countWorkers()).toBe(PROCESS_COUNT), PATIENCE);
}, BUILD_TIMEOUT_MS);

afterAll(() => program.stop());

/** Text at an address; each time over a connection of its own, so that processes take turns. */
async function text(path: string): Promise<string> {
  return (await fetch(`${program.address}${path}`, { headers: { connection: "close" } })).text();
}

async function metric(name: string): Promise<number> {
  const line = (await text("/metrics")).split("\n").find((each) => each.startsWith(name));
  return Number(line?.slice(name.length));
}

/** How many processes count. */
function countWorkers(): Promise<number> {
  return metric("coterminous_processes ");
}

test("metrics are those of all processes together", async () => {
  for (let i = 0; i < 10; i++) await text("/health/live");

  expect(await metric('coterminous_request_seconds_count{route="/health/live",status="200"} ')).toBe(10);
  expect(await text("/metrics")).toMatch(/coterminous_data_info\{version="\w+"\} 1\n/);
});

test(
  "a second start at the same port says so in a line, and ends",
  async () => {
    const { port } = new URL(program.address);

    await expect(startProgram({ ...environment, PORT: port })).rejects.toThrow(
      `ended with 1: cannot listen on 127.0.0.1, port ${port}: the port is in use: stop the other program, or set PORT to another number`,
    );
  },
  START_TIMEOUT_MS,
);

test(
  "a process that is killed is replaced, with a line in the log, and others answer meanwhile",
  async () => {
    const [victim = 0] = program.workerPids();

    process.kill(victim, "SIGKILL");
    await vi.waitFor(() => expect(program.stderrLines).toHaveLength(1), PATIENCE);
    expect(await text("/health/live")).toContain("ok");
    await vi.waitFor(async () => expect(await countWorkers()).toBe(PROCESS_COUNT), PATIENCE);

    expect(program.stderrLines[0]).toContain(`process ${victim} ended unexpectedly; it is replaced`);
    expect(program.workerPids()).not.toContain(victim);
  },
  START_TIMEOUT_MS,
);

test(
  "every process goes over to a newer file",
  async () => {
    const newer = join(folder, "newer.sqlite");
    await copyFile(realStorePath(), newer);
    const database = openDatabase(newer);
    database.prepare("update build set data_version = ?").run("newer");
    database.close();
    await rename(newer, storePath);

    await vi.waitFor(async () => {
      for (let i = 0; i < 3 * PROCESS_COUNT; i++) expect(await text("/health/ready")).toContain('"newer"');
    }, PATIENCE);
  },
  START_TIMEOUT_MS,
);

test(
  "a program that is told to stop ends well, and leaves no process behind",
  async () => {
    const other = await startProgram(environment);
    const pids = other.workerPids();
    expect(pids.length).toBeGreaterThan(0);

    expect(await other.stop()).toBe(0);

    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    await expect(fetch(`${other.address}/health/live`)).rejects.toThrow();
  },
  START_TIMEOUT_MS,
);
