import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cpuMs } from "./cpu-time.js";
import type { ServerProcess } from "./server-process.js";
import type { Load } from "./steady-load.js";

const US_PER_MS = 1_000;
const US_PER_SECOND = 1_000_000;
const SCRIPT = fileURLToPath(new URL("wrk.lua", import.meta.url));

/** The output of wrk.lua. */
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

/** @throws when wrk is not installed */
export function checkWrk(): void {
  const { error } = spawnSync("wrk", ["--version"]);
  if (error !== undefined) throw new Error("this benchmark needs the load generator wrk: apt-get install wrk");
}

/**
 * Loads a server as fast as it responds, over a number of connections. On a shared machine wrk takes much less processor
 * time from the servers than a client in Node.js.
 *
 * @param body each `%f` in it is replaced by a different number in every request
 * @throws on any failed response
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
