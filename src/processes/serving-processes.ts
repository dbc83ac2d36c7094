import cluster, { type Worker } from "node:cluster";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { logLine } from "../server/log.js";
import { compiledModule } from "../workers/compiled-module.js";
import { gathering } from "./gathering.js";
import type { Counted, ToServing, ToStarter } from "./messages.js";
import { ProcessesError } from "./processes-error.js";
import { replacementLimit } from "./replacement-limit.js";
import { turnQueue } from "./turn-queue.js";

/** Processes that serve at the same address. */
export interface ServingProcesses {
  readonly address: string;
  /** Each finishes what it has under way and ends. */
  stop(): Promise<void>;
}

// One that ends by itself is replaced, unless that has happened so often lately that it is no accident.
const MOST_REPLACED = 5;
const LATELY_MS = 60_000;
// A process stops within ten seconds by itself.
const STOP_WITHIN_MS = 15_000;

/**
 * Starts as many processes as the configuration says, which share a port, and keeps them running. This one serves nothing:
 * it passes connections on in turn, and messages.
 *
 * @returns when the first is serving; the others follow
 * @throws {ProcessesError} when it cannot serve
 */
export async function startedProcesses(config: Config): Promise<ServingProcesses> {
  cluster.setupPrimary({
    exec: fileURLToPath(compiledModule(new URL("./serving-worker.js", import.meta.url))),
    args: [JSON.stringify(config)],
  });
  const turns = turnQueue<Worker>((worker) => tell(worker, { kind: "TURN" }));
  const metrics = gathering<Worker, Counted>((worker, id) => tell(worker, { kind: "COUNT", id }));
  const serving = new Set<Worker>();
  const mayReplace = replacementLimit(MOST_REPLACED, LATELY_MS);
  let isStopping = false;

  const answerMetrics = async (worker: Worker, id: number) => {
    tell(worker, { kind: "METRICS", id, all: await metrics.fromAll(serving) });
  };
  const started = (): Promise<string> => {
    const worker = cluster.fork();
    worker.on("error", () => {}); // it has ended, which is told by its exit
    return new Promise((resolve, reject) => {
      worker.on("message", (message: ToStarter) => {
        switch (message.kind) {
          case "SERVING":
            serving.add(worker);
            return resolve(message.address);
          case "REFUSED":
            return reject(new ProcessesError(message.message));
          case "ASK_TURN":
            return turns.ask(worker);
          case "TURN_OVER":
            return turns.over(worker);
          case "ASK_METRICS":
            return void answerMetrics(worker, message.id);
          case "COUNTED":
            return metrics.answered(worker, message.id, message.counted);
        }
      });
      worker.on("exit", (code, signal) => {
        serving.delete(worker);
        turns.over(worker);
        metrics.gone(worker);
        reject(new ProcessesError(`a process of the server ended before it could serve: ${signal ?? code}`));
      });
    });
  };
  const startAnother = () => {
    started().catch((error: unknown) => {
      if (!isStopping) log("one of the server's processes could not start", error);
    });
  };
  const stop = async () => {
    isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    for (const worker of workers) {
      if (serving.has(worker)) tell(worker, { kind: "STOP" });
      else worker.process.kill(); // it has nothing under way, and may not hear yet
    }
    await Promise.all(workers.map(ended));
  };
  const replace = (worker: Worker, how: string | number) => {
    if (isStopping) return;
    if (!mayReplace(performance.now())) {
      log(`process ${worker.process.pid} ended, as ${MOST_REPLACED} did within a minute; the server stops`, how);
      void stop().then(() => process.exit(1));
      return;
    }
    log(`process ${worker.process.pid} ended unexpectedly; another takes its place`, how);
    startAnother();
  };

  const address = await started();
  cluster.on("exit", (worker, code, signal) => replace(worker, signal ?? code));
  for (let i = 1; i < config.processCount; i++) startAnother();
  return { address, stop };
}

function tell(worker: Worker, message: ToServing): void {
  if (worker.isConnected()) worker.send(message);
}

async function ended(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  const late = new AbortController();
  const cut = setTimeout(STOP_WITHIN_MS, null, { signal: late.signal }).then(() => worker.process.kill("SIGKILL"));
  cut.catch(() => undefined);
  await gone;
  late.abort();
}

function log(message: string, error: unknown): void {
  console.error(logLine(message, error));
}
