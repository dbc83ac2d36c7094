import type { Worker } from "node:cluster";
import cluster from "node:cluster";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { workerEntry } from "@coterminous/overlap/parallel";
import { AggregatorRegistry } from "prom-client";
import type { PyramidFile } from "../../cartography/pyramid-cache.js";
import type { Config } from "../../config.js";
import { serialQueue } from "../../store/serial-queue.js";
import { ClusterError } from "../errors.js";
import { logLine } from "../log.js";
import { WARM_AFTER_MS } from "../routes/warm-cache.js";
import type { PrimaryToWorker, WorkerToPrimary } from "./ipc.js";

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
 * no requests: it distributes connections, builds tile pyramids, warms one worker after another and sums their metrics.
 *
 * @returns once the first worker is serving; the others follow
 * @throws {ClusterError} when the first worker cannot serve
 */
export async function startCluster(config: Config): Promise<RunningCluster> {
  cluster.setupPrimary({
    exec: fileURLToPath(workerEntry(new URL("./worker.js", import.meta.url))),
    args: [JSON.stringify(config)],
  });
  return new Primary(config.processCount).start();
}

/** The process that starts the workers, and does once what all of them need. */
class Primary {
  private readonly serving = new Set<Worker>();
  private readonly mayRestart = restartLimit(MAX_RESTARTS, RESTART_WINDOW_MS);
  private readonly metrics = new AggregatorRegistry();
  private readonly buildQueue = serialQueue();
  private readonly warmQueue = serialQueue();
  private readonly onWarmed = new Map<Worker, () => void>();
  private isStopping = false;

  constructor(private readonly processCount: number) {}

  async start(): Promise<RunningCluster> {
    const address = await this.startWorker();
    cluster.on("exit", (worker, code, signal) => this.replace(worker, signal ?? code));
    for (let i = 1; i < this.processCount; i++) this.startAnother();
    return { address, stop: () => this.stop() };
  }

  private startWorker(): Promise<string> {
    const worker = cluster.fork();
    worker.on("error", () => {}); // a channel that closes with the worker; "exit" handles it
    return new Promise((resolve, reject) => {
      worker.on("message", (message: WorkerToPrimary) => {
        switch (message.kind) {
          case "SERVING":
            this.serving.add(worker);
            void this.warm(worker);
            return resolve(message.address);
          case "FAILED":
            return reject(new ClusterError(message.message));
          case "METRICS_WANTED":
            return void this.sendMetrics(worker, message.id);
          case "PYRAMID_WANTED":
            return void this.buildPyramid(worker, message.id, message.pyramid);
          case "WARMED":
            return this.onWarmed.get(worker)?.();
        }
      });
      worker.on("exit", (code, signal) => {
        this.serving.delete(worker);
        this.onWarmed.get(worker)?.();
        reject(new ClusterError(`a server process ended before it could serve: ${signal ?? code}`));
      });
    });
  }

  private startAnother(): void {
    this.startWorker().catch((error: unknown) => {
      if (!this.isStopping) log("a server process could not start", error);
    });
  }

  private replace(worker: Worker, how: string | number): void {
    if (this.isStopping) return;
    if (!this.mayRestart(performance.now())) {
      log(`process ${worker.process.pid} ended, as ${MAX_RESTARTS} did within a minute; the server stops`, how);
      void this.stop().then(() => process.exit(1));
      return;
    }
    log(`process ${worker.process.pid} ended unexpectedly; it is replaced`, how);
    this.startAnother();
  }

  /** Lets a worker prepare its caches, when the first page is likely drawn and no other worker does. */
  private async warm(worker: Worker): Promise<void> {
    await setTimeout(WARM_AFTER_MS, null, { ref: false });
    await this.warmQueue(async () => {
      if (this.isStopping || !this.serving.has(worker)) return;
      const warmed = new Promise<void>((resolve) => this.onWarmed.set(worker, resolve));
      send(worker, { kind: "WARM" });
      await warmed; // or the worker has ended
      this.onWarmed.delete(worker);
    });
  }

  /** Builds the file, unless another worker's request has; a worker that still does not find it builds for itself. */
  private async buildPyramid(worker: Worker, id: number, pyramid: PyramidFile): Promise<void> {
    const build = async () => {
      if (existsSync(pyramid.file)) return;
      const { writePyramidFile } = await import("../../cartography/pyramid-cache.js"); // most starts find every file
      await writePyramidFile(pyramid);
    };
    await this.buildQueue(build).catch((error: unknown) => {
      if (!this.isStopping) log("a tile pyramid could not be built", error);
    });
    send(worker, { kind: "PYRAMID_BUILT", id });
  }

  private async sendMetrics(worker: Worker, id: number): Promise<void> {
    // A worker that ends meanwhile never answers, and prom-client gives up; it is not asked again.
    const text = await this.metrics.clusterMetrics().catch(() => this.metrics.clusterMetrics());
    send(worker, { kind: "METRICS", id, text });
  }

  private async stop(): Promise<void> {
    this.isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    for (const worker of workers) {
      if (this.serving.has(worker)) send(worker, { kind: "STOP" });
      else worker.process.kill(); // no requests under way, and it may not receive messages yet
    }
    await Promise.all(workers.map(waitForExit));
  }
}

function send(worker: Worker, message: PrimaryToWorker): void {
  if (worker.isConnected()) worker.send(message);
}

async function waitForExit(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const exited = once(worker, "exit");
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
