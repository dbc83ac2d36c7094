import { AggregatorRegistry, type Registry } from "prom-client";
import type { PyramidFile } from "../../cartography/pyramid-cache.js";
import type { PrimaryToWorker, WorkerToPrimary } from "./ipc.js";

/** What the primary does for a worker. */
export interface PrimaryLink {
  /** Builds the file of a tile pyramid, once for all workers. */
  buildPyramidFile(pyramid: PyramidFile): Promise<void>;
  /** Adds the metrics of this process to those of all; the function returned gives the sum as Prometheus text. */
  registerMetrics(own: Registry): () => Promise<string>;
  /** Handles a message from the primary. */
  receive(message: PrimaryToWorker): void;
}

/** @param send sends a message to the primary */
export function primaryLink(send: (message: WorkerToPrimary) => void): PrimaryLink {
  new AggregatorRegistry(); // answers the primary's requests for metrics, from the start
  const pending = new Map<number, (text: string) => void>();
  let requestCount = 0;
  const request = (message: (id: number) => WorkerToPrimary) =>
    new Promise<string>((resolve) => {
      const id = requestCount++;
      pending.set(id, resolve);
      send(message(id));
    });
  const resolve = (id: number, text: string) => {
    pending.get(id)?.(text);
    pending.delete(id);
  };

  return {
    buildPyramidFile: async (pyramid) => void (await request((id) => ({ kind: "PYRAMID_WANTED", id, pyramid }))),
    registerMetrics: (own) => {
      AggregatorRegistry.setRegistries(own);
      return () => request((id) => ({ kind: "METRICS_WANTED", id }));
    },
    receive: (message) => {
      if (message.kind === "METRICS") resolve(message.id, message.text);
      else if (message.kind === "PYRAMID_BUILT") resolve(message.id, "");
    },
  };
}
