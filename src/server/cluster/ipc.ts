import type { MetricObjectWithValues, MetricValue } from "prom-client";

/** The metrics of one process, as prom-client aggregates them. */
export type WorkerMetrics = readonly MetricObjectWithValues<MetricValue<string>>[];

/** Messages of a worker to the primary. */
export type WorkerToPrimary =
  | { readonly kind: "SERVING"; readonly address: string }
  /** The worker cannot serve; the message is for the operator. */
  | { readonly kind: "FAILED"; readonly message: string }
  | { readonly kind: "ACQUIRE" }
  | { readonly kind: "RELEASE" }
  | { readonly kind: "METRICS_WANTED"; readonly id: number }
  | { readonly kind: "WORKER_METRICS"; readonly id: number; readonly metrics: WorkerMetrics };

/** Messages of the primary to a worker. */
export type PrimaryToWorker =
  | { readonly kind: "STOP" }
  | { readonly kind: "GRANTED" }
  | { readonly kind: "COLLECT_METRICS"; readonly id: number }
  | { readonly kind: "METRICS"; readonly id: number; readonly all: readonly WorkerMetrics[] };
