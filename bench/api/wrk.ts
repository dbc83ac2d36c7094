import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cpuMs } from "./cpu-time.js";
import type { ServerProcess } from "./server-process.js";
import type { Load } from "./steady-load.js";

const US_PER_MS = 1_000;
const US_PER_SECOND = 1_000_000;
const SCRIPT = fileURLToPath(new URL("wrk.lua", import.meta.url));

/** What wrk.lua prints. */
interface WrkResult {
  readonly requests: number;
  readonly us: number;
  readonly bytes: number;
  readonly failed: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

export interface WrkOptions {
  readonly seconds: number;
  readonly connections?: number;
  readonly seed: number;
}

/** @throws when wrk is not there */
export function checkWrk(): void {
  const { error } = spawnSync("wrk", ["--version"]);
  if (error !== undefined) throw new Error("this benchmark needs wrk, which puts the load on: apt-get install wrk");
}

/**
 * Asks a server as often as it answers, over so many connections at once. wrk takes a small part of the processor time that
 * a client in Node.js takes, which is the servers' on a machine that they share.
 *
 * @param body each `%f` in it becomes another number in every request
 * @throws on any failed answer
 */
export async function wrk(
  { url, pids }: ServerProcess,
  body: string,
  { seconds, connections = 32, seed }: WrkOptions,
): Promise<Load> {
  const beforeMs = cpuMs(pids);
  const { stdout } = await promisify(execFile)(
    "wrk",
    ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "-s", SCRIPT, url, "--", String(seed)],
    { env: { ...process.env, BODY: body } },
  );
  const processorUs = (cpuMs(pids) - beforeMs) * US_PER_MS;
  const done = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as WrkResult;
  if (done.failed > 0 || done.requests === 0) throw new Error(`${url}: ${stdout}`);
  return {
    requestsPerSecond: (done.requests * US_PER_SECOND) / done.us,
    p50Ms: done.p50Us / US_PER_MS,
    p99Ms: done.p99Us / US_PER_MS,
    bytesPerAnswer: done.bytes / done.requests,
    processorUs: processorUs / done.requests,
  };
}
