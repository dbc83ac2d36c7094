import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { CurrentData } from "../data/current-data.js";
import type { Answer } from "../http/answer.js";
import { codedBody } from "../http/coded-body.js";
import type { Peers } from "../peers.js";
import { requestSeconds } from "./request-seconds.js";

/** Counts what the server does, as Prometheus reads it. */
export interface Metrics {
  /** One request is answered; a null path is no route's. */
  count(request: { readonly path: string | null; readonly status: number; readonly seconds: number }): void;
  answer(): Promise<Answer>;
}

/** Metrics of one server, all its processes together. */
export function metrics(data: CurrentData, peers: Peers): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = requestSeconds(registry);
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
    aggregator: "max", // one process says it for all
    registers,
    collect() {
      this.reset();
      this.set({ version: data.newest.version }, 1);
    },
  });
  new Gauge({ name: "coterminous_processes", help: "How many processes serve.", registers }).set(1);
  const metricsText = peers.joinMetrics(registry);
  return {
    count: ({ path, status, seconds }) => requests.count(path ?? "none", status, seconds),
    answer: async () => ({ status: 200, type: registry.contentType, body: codedBody(await metricsText()) }),
  };
}
