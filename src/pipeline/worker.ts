// A thread that builds one edition after another.
import { parentPort } from "node:worker_threads";
import type { Thread } from "@coterminous/overlap/parallel";
import { type BuiltRows, buildRows } from "./build-edition.js";

interface BuildTask {
  readonly kind: "BUILD";
  readonly folder: string;
}

/** The caller's side of the thread. */
export type BuildThread = Thread<BuildTask, { readonly BUILD: BuiltRows }>;

parentPort?.on("message", ({ folder }: BuildTask) => parentPort?.postMessage(buildRows(folder)));
