import type { Registry } from "prom-client";

/** The processes that serve the same, this one among them. */
export interface Coordinator {
  /** Does something that no other of them does at the same time: what the first has made, the others then find made. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Adds what this one counts to what all count; gives what tells that, as Prometheus reads it. */
  registerMetrics(own: Registry): () => Promise<string>;
}

/** A process that serves by itself. */
export const SINGLE_PROCESS: Coordinator = {
  exclusive: (work) => work(),
  registerMetrics: (own) => () => own.metrics(),
};
