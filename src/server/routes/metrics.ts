import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { PrimaryLink } from "../cluster/primary-link.js";
import type { LiveDataset } from "../dataset/live-dataset.js";
import { createBody } from "../http/encoded-body.js";
import type { HttpResponse } from "../http/response.js";

/** Metrics of the server in the text format of Prometheus. */
export interface Metrics {
  /** Records one response; path is null when no route matched. */
  observe(request: { readonly path: string | null; readonly status: number; readonly seconds: number }): void;
  handle(): Promise<HttpResponse>;
}

const REQUEST_SECONDS_BUCKETS: readonly number[] = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5];

/** Metrics of all processes of a server together. */
export function metrics(data: LiveDataset, primary?: PrimaryLink): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: "coterminous_request_seconds",
    help: "Time from a request's headers to its answer, seconds, by route and status.",
    labelNames: ["route", "status"],
    buckets: [...REQUEST_SECONDS_BUCKETS],
    registers,
  });
  new Gauge({
    name: "coterminous_kept_response_bytes",
    help: "Bytes of responses cached in memory.",
    registers,
    collect() {
      this.set(data.current.responses.calculatedSize);
    },
  });
  new Gauge({
    name: "coterminous_data_info",
    help: "1 for the data version that is served.",
    labelNames: ["version"],
    aggregator: "max", // equal in all processes
    registers,
    collect() {
      this.reset();
      this.set({ version: data.current.version }, 1);
    },
  });
  new Gauge({ name: "coterminous_processes", help: "How many processes serve.", registers }).set(1);
  const metricsText = primary?.registerMetrics(registry) ?? (() => registry.metrics());
  return {
    observe: ({ path, status, seconds }) => requestSeconds.observe({ route: path ?? "none", status }, seconds),
    handle: async () => ({ status: 200, type: registry.contentType, body: createBody(await metricsText()) }),
  };
}
