import { AggregatorRegistry, type Registry } from "prom-client";
import type { Peers } from "../server/peers.js";
import type { Counted, ToServing, ToStarter } from "./messages.js";

/** The other processes, by way of the one that started them all. */
export interface PeerProcesses extends Peers {
  /** Takes a message from that one. */
  hear(message: ToServing): void;
}

/** @param tell sends a message to the one that started them all */
export function peerProcesses(tell: (message: ToStarter) => void): PeerProcesses {
  const waitingForMetrics = new Map<number, (all: readonly Counted[]) => void>();
  let takeTurn: (() => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let askedCount = 0;
  let joined: Registry | null = null;

  const turn = () =>
    new Promise<void>((resolve) => {
      takeTurn = resolve;
      tell({ kind: "ASK_TURN" });
    });
  const countedByAll = () =>
    new Promise<readonly Counted[]>((resolve) => {
      const id = askedCount++;
      waitingForMetrics.set(id, resolve);
      tell({ kind: "ASK_METRICS", id });
    });
  const count = async (id: number) => tell({ kind: "COUNTED", id, counted: (await joined?.getMetricsAsJSON()) ?? [] });

  return {
    alone: (work) => {
      const mine = last.then(turn).then(work);
      last = mine.catch(() => undefined).then(() => tell({ kind: "TURN_OVER" }));
      return mine;
    },
    joinMetrics: (own) => {
      joined = own;
      return async () => AggregatorRegistry.aggregate([...(await countedByAll())]).metrics();
    },
    hear: (message) => {
      switch (message.kind) {
        case "STOP":
          return;
        case "TURN":
          return takeTurn?.();
        case "COUNT":
          return void count(message.id);
        case "METRICS":
          waitingForMetrics.get(message.id)?.(message.all);
          waitingForMetrics.delete(message.id);
      }
    },
  };
}
