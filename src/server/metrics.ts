import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { CurrentData } from "./current-data.js";
import type { Answer } from "./http/answer.js";
import { codedBody } from "./http/coded-body.js";

/** Counts what the server does, as Prometheus reads it. */
export interface Metrics {
  /** One request is answered; a null path is no route's. */
  count(request: { readonly path: string | null; readonly status: number; readonly seconds: number }): void;
  answer(): Promise<Answer>;
}

/** Metrics of one server. */
export function metrics(data: CurrentData): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "coterminous_requests_total",
    help: "Requests answered, by route and status.",
    labelNames: ["route", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "coterminous_request_seconds",
    help: "Time from a request's headers to its answer, seconds, by route.",
    labelNames: ["route"],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
    registers,
  });
  new Gauge({
    name: "coterminous_kept_response_bytes",
    help: "Bytes of answers kept in memory.",
    registers,
    collect() {
      this.set(data.newest.responses.size);
    },
  });
  new Gauge({
    name: "coterminous_data_info",
    help: "1 for the data version that is served.",
    labelNames: ["version"],
    registers,
    collect() {
      this.reset();
      this.set({ version: data.newest.version }, 1);
    },
  });
  return {
    count: ({ path, status, seconds: taken }) => {
      const route = path ?? "none";
      requests.inc({ route, status });
      seconds.observe({ route }, taken);
    },
    answer: async () => ({ status: 200, type: registry.contentType, body: codedBody(await registry.metrics()) }),
  };
}
