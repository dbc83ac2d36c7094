import { percentileMs } from "../harness.js";
import type { BenchmarkQuery } from "./benchmark-query.js";
import { type Connection, connectKeepAlive } from "./keep-alive-client.js";
import type { ServerProcess } from "./server-process.js";

const MS_PER_SECOND = 1_000;

/** The result of a load of some seconds. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of a response with its head. */
  readonly bytesPerAnswer: number;
  /** Processor time of the server's processes per request; other programs on the machine hardly lengthen it. */
  readonly processorUs: number;
}

export interface SteadyLoadOptions {
  readonly seconds: number;
  readonly connections?: number;
  readonly requestsPerSecond: number;
}

/**
 * Sends requests to a server at a steady rate. Each connection has its own schedule; a late response delays the next
 * request, whose latency counts from its scheduled time.
 *
 * @throws on any failed response
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
