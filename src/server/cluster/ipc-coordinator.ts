import { AggregatorRegistry, type Registry } from "prom-client";
import type { Coordinator } from "./coordinator.js";
import type { PrimaryToWorker, WorkerMetrics, WorkerToPrimary } from "./ipc.js";

/** The other processes, by way of the one that started them all. */
export interface IpcCoordinator extends Coordinator {
  /** Takes a message from that one. */
  receive(message: PrimaryToWorker): void;
}

/** @param send sends a message to the one that started them all */
export function ipcCoordinator(send: (message: WorkerToPrimary) => void): IpcCoordinator {
  const waitingForMetrics = new Map<number, (all: readonly WorkerMetrics[]) => void>();
  let onTurn: (() => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let requestCount = 0;
  let registry: Registry | null = null;

  const waitForTurn = () =>
    new Promise<void>((resolve) => {
      onTurn = resolve;
      send({ kind: "ASK_TURN" });
    });
  const requestAllMetrics = () =>
    new Promise<readonly WorkerMetrics[]>((resolve) => {
      const id = requestCount++;
      waitingForMetrics.set(id, resolve);
      send({ kind: "ASK_METRICS", id });
    });
  const sendMetrics = async (id: number) =>
    send({ kind: "COUNTED", id, counted: (await registry?.getMetricsAsJSON()) ?? [] });

  return {
    exclusive: (work) => {
      const mine = last.then(waitForTurn).then(work);
      last = mine.catch(() => undefined).then(() => send({ kind: "TURN_OVER" }));
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
        case "TURN":
          return onTurn?.();
        case "COUNT":
          return void sendMetrics(message.id);
        case "METRICS":
          waitingForMetrics.get(message.id)?.(message.all);
          waitingForMetrics.delete(message.id);
      }
    },
  };
}
