import type { Worker } from "node:cluster";
import cluster from "node:cluster";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { workerEntry } from "@coterminous/overlap/parallel";
import type { Config } from "../../config.js";
import { ClusterError } from "../errors.js";
import { logLine } from "../log.js";
import type { PrimaryToWorker, WorkerMetrics, WorkerToPrimary } from "./ipc.js";
import { createMutex } from "./mutex.js";
import { scatterGather } from "./scatter-gather.js";

/** Processes that serve at the same address. */
export interface RunningCluster {
  readonly address: string;
  /** Each finishes what it has under way and ends. */
  stop(): Promise<void>;
}

// One that ends by itself is replaced, unless that has happened so often lately that it is no accident.
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
// A process stops within ten seconds by itself.
const STOP_TIMEOUT_MS = 15_000;

/**
 * Starts as many processes as the configuration says, which share a port, and keeps them running. This one serves nothing:
 * it passes connections on in turn, and messages.
 *
 * @returns when the first is serving; the others follow
 * @throws {ClusterError} when it cannot serve
 */
export async function startCluster(config: Config): Promise<RunningCluster> {
  cluster.setupPrimary({
    exec: fileURLToPath(workerEntry(new URL("./worker.js", import.meta.url))),
    args: [JSON.stringify(config)],
  });
  const mutex = createMutex<Worker>((worker) => send(worker, { kind: "TURN" }));
  const metrics = scatterGather<Worker, WorkerMetrics>((worker, id) => send(worker, { kind: "COUNT", id }));
  const servingWorkers = new Set<Worker>();
  const mayRestart = restartLimit(MAX_RESTARTS, RESTART_WINDOW_MS);
  let isStopping = false;

  const answerMetrics = async (worker: Worker, id: number) => {
    send(worker, { kind: "METRICS", id, all: await metrics.gather(servingWorkers) });
  };
  const startWorker = (): Promise<string> => {
    const worker = cluster.fork();
    worker.on("error", () => {}); // it has ended, which is told by its exit
    return new Promise((resolve, reject) => {
      worker.on("message", (message: WorkerToPrimary) => {
        switch (message.kind) {
          case "SERVING":
            servingWorkers.add(worker);
            return resolve(message.address);
          case "REFUSED":
            return reject(new ClusterError(message.message));
          case "ASK_TURN":
            return mutex.acquire(worker);
          case "TURN_OVER":
            return mutex.release(worker);
          case "ASK_METRICS":
            return void answerMetrics(worker, message.id);
          case "COUNTED":
            return metrics.receive(worker, message.id, message.counted);
        }
      });
      worker.on("exit", (code, signal) => {
        servingWorkers.delete(worker);
        mutex.release(worker);
        metrics.remove(worker);
        reject(new ClusterError(`a process of the server ended before it could serve: ${signal ?? code}`));
      });
    });
  };
  const startAnother = () => {
    startWorker().catch((error: unknown) => {
      if (!isStopping) log("one of the server's processes could not start", error);
    });
  };
  const stop = async () => {
    isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    for (const worker of workers) {
      if (servingWorkers.has(worker)) send(worker, { kind: "STOP" });
      else worker.process.kill(); // it has nothing under way, and may not hear yet
    }
    await Promise.all(workers.map(waitForExit));
  };
  const replace = (worker: Worker, how: string | number) => {
    if (isStopping) return;
    if (!mayRestart(performance.now())) {
      log(`process ${worker.process.pid} ended, as ${MAX_RESTARTS} did within a minute; the server stops`, how);
      void stop().then(() => process.exit(1));
      return;
    }
    log(`process ${worker.process.pid} ended unexpectedly; another takes its place`, how);
    startAnother();
  };

  const address = await startWorker();
  cluster.on("exit", (worker, code, signal) => replace(worker, signal ?? code));
  for (let i = 1; i < config.processCount; i++) startAnother();
  return { address, stop };
}

function send(worker: Worker, message: PrimaryToWorker): void {
  if (worker.isConnected()) worker.send(message);
}

async function waitForExit(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const exited = new Promise((resolve) => worker.once("exit", resolve));
  const killTimer = new AbortController();
  const killed = setTimeout(STOP_TIMEOUT_MS, null, { signal: killTimer.signal }).then(() =>
    worker.process.kill("SIGKILL"),
  );
  killed.catch(() => undefined);
  await exited;
  killTimer.abort();
}

function log(message: string, error: unknown): void {
  console.error(logLine(message, error));
}

/**
 * Tells, for each process that ended by itself, whether another may take its place: not when so many have ended lately
 * that it is no accident.
 *
 * @param maxRestarts how many may be replaced within a time
 * @returns what to ask once for each, with the time on any clock that only goes forward
 */
export function restartLimit(maxRestarts: number, withinMs: number): (nowMs: number) => boolean {
  let endedAtMs: readonly number[] = [];
  return (nowMs) => {
    endedAtMs = [...endedAtMs.filter((ms) => ms > nowMs - withinMs), nowMs];
    return endedAtMs.length <= maxRestarts;
  };
}
