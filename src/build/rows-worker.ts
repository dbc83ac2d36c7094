// A thread that builds one edition after another.
import { parentPort } from "node:worker_threads";
import type { Thread } from "../workers/thread.js";
import { type BuiltRows, builtRows } from "./built-rows.js";

interface BuildTask {
  readonly kind: "BUILD";
  readonly folder: string;
}

/** The thread as seen from the one that starts it. */
export type RowsThread = Thread<BuildTask, { readonly BUILD: BuiltRows }>;

parentPort?.on("message", ({ folder }: BuildTask) => parentPort?.postMessage(builtRows(folder)));
