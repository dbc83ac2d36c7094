import type { PyramidFile } from "../../cartography/pyramid-cache.js";

/** Messages of a worker to the primary. */
export type WorkerToPrimary =
  | { readonly kind: "SERVING"; readonly address: string }
  /** The worker cannot serve; the message is for the operator. */
  | { readonly kind: "FAILED"; readonly message: string }
  /** The worker has prepared its caches. */
  | { readonly kind: "WARMED" }
  | { readonly kind: "METRICS_WANTED"; readonly id: number }
  | { readonly kind: "PYRAMID_WANTED"; readonly id: number; readonly pyramid: PyramidFile };

/** Messages of the primary to a worker. */
export type PrimaryToWorker =
  | { readonly kind: "STOP" }
  /** Prepare the caches; no other worker does at the same time. */
  | { readonly kind: "WARM" }
  /** The metrics of all workers, in the text format of Prometheus. */
  | { readonly kind: "METRICS"; readonly id: number; readonly text: string }
  /** The file is there, unless it could not be written. */
  | { readonly kind: "PYRAMID_BUILT"; readonly id: number };
