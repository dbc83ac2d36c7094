import type { MetricObjectWithValues, MetricValue } from "prom-client";

/** What a process counts, as prom-client passes it on. */
export type WorkerMetrics = readonly MetricObjectWithValues<MetricValue<string>>[];

/** What a serving process tells the one that started it. */
export type WorkerToPrimary =
  | { readonly kind: "SERVING"; readonly address: string }
  /** It cannot serve, and a person can do something about it. */
  | { readonly kind: "REFUSED"; readonly message: string }
  | { readonly kind: "ASK_TURN" }
  | { readonly kind: "TURN_OVER" }
  | { readonly kind: "ASK_METRICS"; readonly id: number }
  | { readonly kind: "COUNTED"; readonly id: number; readonly counted: WorkerMetrics };

/** What it is told. */
export type PrimaryToWorker =
  | { readonly kind: "STOP" }
  | { readonly kind: "TURN" }
  | { readonly kind: "COUNT"; readonly id: number }
  | { readonly kind: "METRICS"; readonly id: number; readonly all: readonly WorkerMetrics[] };
