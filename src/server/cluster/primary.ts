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

/** Several processes that serve at the same address. */
export interface RunningCluster {
  readonly address: string;
  /** Each finishes its requests and exits. */
  stop(): Promise<void>;
}

// Restart a crashed worker, unless it looks like a crash loop.
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
// A worker stops by itself within 10 s.
const STOP_TIMEOUT_MS = 15_000;

/**
 * Starts the configured number of worker processes, which share a port, and replaces those that crash. The primary serves
 * no requests: it distributes connections and passes on messages.
 *
 * @returns once the first worker is serving; the others follow
 * @throws {ClusterError} when the first worker cannot serve
 */
export async function startCluster(config: Config): Promise<RunningCluster> {
  cluster.setupPrimary({
    exec: fileURLToPath(workerEntry(new URL("./worker.js", import.meta.url))),
    args: [JSON.stringify(config)],
  });
  const mutex = createMutex<Worker>((worker) => send(worker, { kind: "GRANTED" }));
  const metrics = scatterGather<Worker, WorkerMetrics>((worker, id) => send(worker, { kind: "COLLECT_METRICS", id }));
  const servingWorkers = new Set<Worker>();
  const mayRestart = restartLimit(MAX_RESTARTS, RESTART_WINDOW_MS);
  let isStopping = false;

  const answerMetrics = async (worker: Worker, id: number) => {
    send(worker, { kind: "METRICS", id, all: await metrics.gather(servingWorkers) });
  };
  const startWorker = (): Promise<string> => {
    const worker = cluster.fork();
    worker.on("error", () => {}); // a channel that closes with the worker; "exit" handles it
    return new Promise((resolve, reject) => {
      worker.on("message", (message: WorkerToPrimary) => {
        switch (message.kind) {
          case "SERVING":
            servingWorkers.add(worker);
            return resolve(message.address);
          case "FAILED":
            return reject(new ClusterError(message.message));
          case "ACQUIRE":
            return mutex.acquire(worker);
          case "RELEASE":
            return mutex.release(worker);
          case "METRICS_WANTED":
            return void answerMetrics(worker, message.id);
          case "WORKER_METRICS":
            return metrics.receive(worker, message.id, message.metrics);
        }
      });
      worker.on("exit", (code, signal) => {
        servingWorkers.delete(worker);
        mutex.release(worker);
        metrics.remove(worker);
        reject(new ClusterError(`a server process ended before it could serve: ${signal ?? code}`));
      });
    });
  };
  const startAnother = () => {
    startWorker().catch((error: unknown) => {
      if (!isStopping) log("a server process could not start", error);
    });
  };
  const stop = async () => {
    isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    for (const worker of workers) {
      if (servingWorkers.has(worker)) send(worker, { kind: "STOP" });
      else worker.process.kill(); // no requests under way, and it may not receive messages yet
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
    log(`process ${worker.process.pid} ended unexpectedly; it is replaced`, how);
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
 * Decides for each crashed worker whether to restart it: not after `maxRestarts` within the last `withinMs`.
 *
 * @returns a function to call once per crash, with the time on a monotonic clock
 */
export function restartLimit(maxRestarts: number, withinMs: number): (nowMs: number) => boolean {
  let endedAtMs: readonly number[] = [];
  return (nowMs) => {
    endedAtMs = [...endedAtMs.filter((ms) => ms > nowMs - withinMs), nowMs];
    return endedAtMs.length <= maxRestarts;
  };
}
