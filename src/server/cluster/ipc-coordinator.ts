import { AggregatorRegistry, type Registry } from "prom-client";
import type { Coordinator } from "./coordinator.js";
import type { PrimaryToWorker, WorkerMetrics, WorkerToPrimary } from "./ipc.js";

/** The other processes, through the primary. */
export interface IpcCoordinator extends Coordinator {
  /** Handles a message from the primary. */
  receive(message: PrimaryToWorker): void;
}

/** @param send sends a message to the primary */
export function ipcCoordinator(send: (message: WorkerToPrimary) => void): IpcCoordinator {
  const waitingForMetrics = new Map<number, (all: readonly WorkerMetrics[]) => void>();
  let onGranted: (() => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let requestCount = 0;
  let registry: Registry | null = null;

  const acquire = () =>
    new Promise<void>((resolve) => {
      onGranted = resolve;
      send({ kind: "ACQUIRE" });
    });
  const requestAllMetrics = () =>
    new Promise<readonly WorkerMetrics[]>((resolve) => {
      const id = requestCount++;
      waitingForMetrics.set(id, resolve);
      send({ kind: "METRICS_WANTED", id });
    });
  const sendMetrics = async (id: number) =>
    send({ kind: "WORKER_METRICS", id, metrics: (await registry?.getMetricsAsJSON()) ?? [] });

  return {
    exclusive: (work) => {
      const mine = last.then(acquire).then(work);
      last = mine.catch(() => undefined).then(() => send({ kind: "RELEASE" }));
      return mine;
    },
    registerMetrics: (own) => {
      registry = own;
      return async () => AggregatorRegistry.aggregate([...(await requestAllMetrics())]).metrics();
    },
    receive: (message) => {
      switch (message.kind) {
        case "STOP":
          return;
        case "GRANTED":
          return onGranted?.();
        case "COLLECT_METRICS":
          return void sendMetrics(message.id);
        case "METRICS":
          waitingForMetrics.get(message.id)?.(message.all);
          waitingForMetrics.delete(message.id);
      }
    },
  };
}
