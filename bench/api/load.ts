import autocannon from "autocannon";
import type { Asked } from "./question.js";

/** What came of asking a server for some seconds. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytesPerAnswer: number;
}

export interface LoadOptions {
  readonly seconds: number;
  readonly connections?: number;
  /** Requests a second; as many as can be when left out. */
  readonly rate?: number;
}

/** Asks a server over so many connections at once, each asking again when it is answered. @throws on any failed answer */
export async function load(
  url: string,
  ask: () => Asked,
  { seconds, connections = 32, rate }: LoadOptions,
): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(rate !== undefined && { overallRate: Math.round(rate) }),
    requests: [
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(ask()) }),
      },
    ],
  });
  if (result.errors + result.non2xx > 0) throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} not 2xx`);
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bytesPerAnswer: result.throughput.total / result.requests.total,
  };
}
