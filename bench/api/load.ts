import { percentileMs } from "../harness.js";
import { type Connection, connection } from "./connection.js";
import { processorMs } from "./processor-time.js";
import type { Asked } from "./question.js";
import type { ServerProcess } from "./server-process.js";

const US_PER_MS = 1_000;
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

export interface LoadOptions {
  readonly seconds: number;
  readonly connections?: number;
  /** Requests a second; as many as can be when left out. */
  readonly rate?: number;
}

/** Asks a server over so many connections at once, each asking again when it is answered. @throws on any failed answer */
export async function load(
  { url, pids }: ServerProcess,
  ask: () => Asked,
  { seconds, connections: count = 32, rate }: LoadOptions,
): Promise<Load> {
  const connections = await Promise.all(Array.from({ length: count }, () => connection(url)));
  const timesMs: number[] = [];
  let bytes = 0;
  const beforeMs = processorMs(pids);
  const startMs = performance.now();
  const endMs = startMs + seconds * MS_PER_SECOND;

  const keepAsking = async (one: Connection, index: number) => {
    // At a given rate each connection has its own times to ask at; an answer that is late makes the next wait, and its
    // time is taken from when it should have been asked.
    const everyMs = rate === undefined ? 0 : (count * MS_PER_SECOND) / rate;
    let dueMs = startMs + (index * everyMs) / count;
    while (performance.now() < endMs) {
      const body = JSON.stringify(ask());
      if (everyMs > 0) await waitUntil(dueMs);
      const askedMs = everyMs > 0 ? dueMs : performance.now();
      bytes += await one.ask(body);
      timesMs.push(performance.now() - askedMs);
      dueMs += everyMs;
    }
  };
  try {
    await Promise.all(connections.map(keepAsking));
  } finally {
    for (const one of connections) one.close();
  }
  const tookSeconds = (performance.now() - startMs) / MS_PER_SECOND;
  return {
    requestsPerSecond: timesMs.length / tookSeconds,
    p50Ms: percentileMs(timesMs, 0.5),
    p99Ms: percentileMs(timesMs, 0.99),
    bytesPerAnswer: bytes / timesMs.length,
    processorUs: ((processorMs(pids) - beforeMs) * US_PER_MS) / timesMs.length,
  };
}

function waitUntil(timeMs: number): Promise<void> | undefined {
  const waitMs = timeMs - performance.now();
  return waitMs <= 0 ? undefined : new Promise((resolve) => setTimeout(resolve, waitMs));
}
