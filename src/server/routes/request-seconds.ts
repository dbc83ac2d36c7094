import { Histogram, type Registry } from "prom-client";

/** Counts requests by route, status and time. */
export interface RequestSeconds {
  count(route: string, status: number, seconds: number): void;
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
export function requestSeconds(registry: Registry): RequestSeconds {
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
    count: (route, status, seconds) => {
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
