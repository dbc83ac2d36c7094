import { Worker } from "node:worker_threads";
import type { OverlapAnswers, OverlapTask } from "./overlap-task.js";

/** A thread that does one task after another. */
export interface SecondThread {
  ask<Kind extends OverlapTask["kind"]>(task: OverlapTask & { readonly kind: Kind }): Promise<OverlapAnswers[Kind]>;
  /** Ends the thread; what it has not answered yet fails. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/** Starts a thread. It does not keep the program running. */
export function startSecondThread(): SecondThread {
  const worker = new Worker(compiled(new URL("./overlap-worker.js", import.meta.url)));
  worker.unref();
  const waiting: Waiting[] = [];
  let failure: Error | null = null;
  const fail = (reason: Error): void => {
    failure ??= reason;
    for (const { reject } of waiting.splice(0)) reject(reason);
  };
  worker.on("message", (answer: unknown) => {
    waiting.shift()?.resolve(answer as never);
    if (waiting.length === 0) worker.unref();
  });
  worker.on("error", (cause) => fail(new Error("the second thread failed", { cause })));
  worker.on("exit", () => fail(new Error("the second thread has ended")));

  return {
    ask(task) {
      worker.ref();
      const answer = new Promise<never>((resolve, reject) => {
        if (failure !== null) return reject(failure);
        waiting.push({ resolve: resolve as Waiting["resolve"], reject });
        worker.postMessage(task);
      });
      // Several tasks may fail at once, and then the caller, who awaits them in turn, hears of the first only.
      answer.catch(() => undefined);
      return answer;
    },
    close: async () => void (await worker.terminate()),
  };
}

/** A module as it was compiled: threads run JavaScript, also where this file is run from its source. */
function compiled(module: URL): URL {
  return new URL(module.href.replace("/src/workers/", "/dist/workers/"));
}
