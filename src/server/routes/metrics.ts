import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { CurrentData } from "../data/current-data.js";
import type { Answer } from "../http/answer.js";
import { codedBody } from "../http/coded-body.js";

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
  const requestSeconds = new Histogram({
    name: "coterminous_request_seconds",
    help: "Time from a request's headers to its answer, seconds, by route and status.",
    labelNames: ["route", "status"],
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
  // Finding a timer by its labels takes longer than timing.
  const timers = new Map<string, Histogram.Internal<"route" | "status">>();
  return {
    count: ({ path, status, seconds }) => {
      const key = `${status} ${path}`;
      const timer = timers.get(key) ?? requestSeconds.labels(path ?? "none", String(status));
      timers.set(key, timer);
      timer.observe(seconds);
    },
    answer: async () => ({ status: 200, type: registry.contentType, body: codedBody(await registry.metrics()) }),
  };
}
