import type { Registry } from "prom-client";

/** The serving processes, including this one. */
export interface Coordinator {
  /** Runs work while no other process does: the others then find its result. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Adds the metrics of this process to those of all; the function returned gives the sum as Prometheus text. */
  registerMetrics(own: Registry): () => Promise<string>;
}

/** A single process. */
export const SINGLE_PROCESS: Coordinator = {
  exclusive: (work) => work(),
  registerMetrics: (own) => () => own.metrics(),
};
