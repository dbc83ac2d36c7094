import { percentileMs } from "../harness.js";
import type { BenchmarkQuery } from "./benchmark-query.js";
import { type Connection, connectKeepAlive } from "./keep-alive-client.js";
import type { ServerProcess } from "./server-process.js";

const MS_PER_SECOND = 1_000;

/** What came of asking a server for some seconds. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of an answer with its head. */
  readonly bytesPerAnswer: number;
  /** Processor time of the server's processes for each request, which other programs on the machine do not lengthen much. */
  readonly processorUs: number;
}

export interface SteadyLoadOptions {
  readonly seconds: number;
  readonly connections?: number;
  readonly requestsPerSecond: number;
}

/**
 * Asks a server so many times a second. Each connection has its own times to ask at; an answer that is late makes the next
 * wait, and its time is taken from when it should have been asked.
 *
 * @throws on any failed answer
 */
export async function steadyLoad(
  { url }: ServerProcess,
  nextQuery: () => BenchmarkQuery,
  { seconds, connections: count = 32, requestsPerSecond }: SteadyLoadOptions,
): Promise<Pick<Load, "requestsPerSecond" | "p99Ms">> {
  const connections = await Promise.all(Array.from({ length: count }, () => connectKeepAlive(url)));
  const timesMs: number[] = [];
  const everyMs = (count * MS_PER_SECOND) / requestsPerSecond;
  const startMs = performance.now();
  const endMs = startMs + seconds * MS_PER_SECOND;

  const sendAtInterval = async (one: Connection, index: number) => {
    for (let dueMs = startMs + (index * everyMs) / count; dueMs < endMs; dueMs += everyMs) {
      const body = JSON.stringify(nextQuery());
      await waitUntil(dueMs);
      await one.post(body);
      timesMs.push(performance.now() - dueMs);
    }
  };
  try {
    await Promise.all(connections.map(sendAtInterval));
  } finally {
    for (const one of connections) one.close();
  }
  const tookSeconds = (performance.now() - startMs) / MS_PER_SECOND;
  return { requestsPerSecond: timesMs.length / tookSeconds, p99Ms: percentileMs(timesMs, 0.99) };
}

function waitUntil(timeMs: number): Promise<void> | undefined {
  const waitMs = timeMs - performance.now();
  return waitMs <= 0 ? undefined : new Promise((resolve) => setTimeout(resolve, waitMs));
}
