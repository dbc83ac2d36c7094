import { round } from "../harness.js";
import type { Blocking } from "./event-loop-blocking.js";
import type { Load } from "./steady-load.js";

/** All measurements. Loads at the same index of their lists ran one after another. */
export interface Measured {
  /** Per server. */
  readonly processCount: number;
  /** The application, every request different. */
  readonly fresh: readonly Load[];
  /** The application, the same request every time. */
  readonly repeated: readonly Load[];
  readonly peers: readonly Load[];
  /** The application, at half its maximum rate. */
  readonly half: Pick<Load, "requestsPerSecond" | "p99Ms">;
  readonly blocked: readonly Blocking[];
}

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Median, minimum and maximum of a figure. */
export function spread(loads: readonly Load[], figure: keyof Load): Spread {
  return spreadOfValues(loads.map((load) => load[figure]));
}

/** The figures for `--json`. */
export function figures({ processCount, fresh, repeated, peers, half, blocked }: Measured) {
  return {
    name: "api",
    processes: processCount,
    requests_per_second: {
      ours_fresh: spread(fresh, "requestsPerSecond"),
      ours_repeated: spread(repeated, "requestsPerSecond"),
      postgraphile: spread(peers, "requestsPerSecond"),
    },
    times_postgraphile: {
      fresh: ratios(fresh, peers, "requestsPerSecond"),
      repeated: ratios(repeated, peers, "requestsPerSecond"),
    },
    processor_us_per_request: {
      ours_fresh: spread(fresh, "processorUs"),
      ours_repeated: spread(repeated, "processorUs"),
      postgraphile: spread(peers, "processorUs"),
    },
    p99_ms: {
      ours_fresh: spread(fresh, "p99Ms"),
      postgraphile: spread(peers, "p99Ms"),
      ours_at_half: round(half.p99Ms),
    },
    requests_per_second_at_half: round(half.requestsPerSecond),
    bytes_per_answer: {
      ours: spread(fresh, "bytesPerAnswer").median,
      postgraphile: spread(peers, "bytesPerAnswer").median,
    },
    blocked,
  };
}

/** The figures as text. */
export function lines(measured: Measured): readonly string[] {
  const { requests_per_second, times_postgraphile, processor_us_per_request, p99_ms, ...other } = figures(measured);
  const line = (name: string, whose: "ours_fresh" | "ours_repeated" | "postgraphile") =>
    `${name}  ${text(requests_per_second[whose])} requests/s, ${text(processor_us_per_request[whose])} us of processor each`;
  return [
    `spanningAuthorities with names and shares, 32 connections, ${other.processes} processes of each: median (least to most)`,
    line("PostGraphile        ", "postgraphile"),
    line("every request fresh ", "ours_fresh"),
    `  ${text(times_postgraphile.fresh)} times PostGraphile`,
    line("repeated questions  ", "ours_repeated"),
    `  ${text(times_postgraphile.repeated)} times PostGraphile`,
    `p99 at full load  ${text(p99_ms.ours_fresh)} ms; PostGraphile ${text(p99_ms.postgraphile)} ms`,
    `p99 at half load  ${p99_ms.ours_at_half} ms, at ${other.requests_per_second_at_half} requests/s`,
    `bytes an answer   ${other.bytes_per_answer.ours}; PostGraphile ${other.bytes_per_answer.postgraphile}`,
    "event loop blocked at most, ms of time and of processor: the first time; in seven more; ms to answer; kB; query",
    ...measured.blocked.map(
      ({ name, first, later, bytes, error }) =>
        `  ${round(first.blockedMs)} ${round(first.blockedCpuMs)}; ${round(later.blockedMs)} ${round(later.blockedCpuMs)}; ${round(later.tookMs)}; ${round(bytes / 1_000)}; ${name}${error === null ? "" : ` (refused: ${error})`}`,
    ),
  ];
}

function ratios(loads: readonly Load[], others: readonly Load[], figure: keyof Load): Spread {
  return spreadOfValues(loads.map((load, i) => load[figure] / (others[i]?.[figure] ?? Number.NaN)));
}

function spreadOfValues(values: readonly number[]): Spread {
  const sorted = values.toSorted((p, q) => p - q);
  const at = (place: number) => round(sorted[place] ?? Number.NaN);
  return { median: at(sorted.length >> 1), least: at(0), most: at(sorted.length - 1) };
}

function text({ median, least, most }: Spread): string {
  return `${median} (${least} to ${most})`;
}
