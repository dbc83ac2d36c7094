import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Coordinator } from "../cluster/coordinator.js";
import type { LiveDataset } from "../dataset/live-dataset.js";
import { createBody } from "../http/encoded-body.js";
import type { HttpResponse } from "../http/response.js";

/** Counts what the server does, as Prometheus reads it. */
export interface Metrics {
  /** One request is answered; a null path is no route's. */
  observe(request: { readonly path: string | null; readonly status: number; readonly seconds: number }): void;
  handle(): Promise<HttpResponse>;
}

/** Metrics of one server, all its processes together. */
export function metrics(data: LiveDataset, coordinator: Coordinator): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = requestDuration(registry);
  new Gauge({
    name: "coterminous_kept_response_bytes",
    help: "Bytes of answers kept in memory.",
    registers,
    collect() {
      this.set(data.current.responses.size);
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
      this.set({ version: data.current.version }, 1);
    },
  });
  new Gauge({ name: "coterminous_processes", help: "How many processes serve.", registers }).set(1);
  const metricsText = coordinator.registerMetrics(registry);
  return {
    observe: ({ path, status, seconds }) => requests.observe(path ?? "none", status, seconds),
    handle: async () => ({ status: 200, type: registry.contentType, body: createBody(await metricsText()) }),
  };
}

/** Counts requests by route, status and time. */
export interface RequestDuration {
  observe(route: string, status: number, seconds: number): void;
}

interface Tally {
  readonly labels: { readonly route: string; readonly status: number };
  /** Of requests up to each bound and no more than the one before, then of those above all. */
  readonly counts: number[];
  sum: number;
}

const NAME = "coterminous_request_seconds";
const BOUNDS_SECONDS: readonly number[] = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5];

/**
 * A histogram in a registry. It is counted here and not by prom-client, which looks its labels up anew for every request:
 * a twentieth of the time that a kept answer takes.
 */
export function requestDuration(registry: Registry): RequestDuration {
  const tallies = new Map<string, Map<number, Tally>>();
  const values = () => [...tallies.values()].flatMap((byStatus) => [...byStatus.values()].flatMap(valuesOf));
  const histogram = new Histogram<string>({
    name: NAME,
    help: "Time from a request's headers to its answer, seconds, by route and status.",
    labelNames: ["route", "status"],
    buckets: [...BOUNDS_SECONDS],
    registers: [],
  });
  const described = histogram.get();
  const get = async () => ({ ...(await described), values: values() });
  registry.registerMetric(Object.assign(histogram, { get, getForPromString: get }));

  const tallyOf = (route: string, status: number): Tally => {
    const byStatus = tallies.get(route) ?? new Map<number, Tally>();
    tallies.set(route, byStatus);
    const tally = { labels: { route, status }, counts: new Array(BOUNDS_SECONDS.length + 1).fill(0), sum: 0 };
    byStatus.set(status, tally);
    return tally;
  };
  return {
    observe: (route, status, seconds) => {
      const tally = tallies.get(route)?.get(status) ?? tallyOf(route, status);
      let place = 0;
      while (seconds > (BOUNDS_SECONDS[place] ?? Number.POSITIVE_INFINITY)) place++;
      tally.counts[place] = (tally.counts[place] ?? 0) + 1;
      tally.sum += seconds;
    },
  };
}

/** As Prometheus has them: each bound counts what is below it too. */
function valuesOf({ labels, counts, sum }: Tally) {
  let total = 0;
  const buckets = counts.map((count, i) => {
    total += count;
    return { metricName: `${NAME}_bucket`, labels: { le: BOUNDS_SECONDS[i] ?? "+Inf", ...labels }, value: total };
  });
  return [
    ...buckets,
    { metricName: `${NAME}_sum`, labels, value: sum },
    { metricName: `${NAME}_count`, labels, value: total },
  ];
}
