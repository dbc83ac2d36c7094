import { Worker } from "node:worker_threads";
import { compiledModule } from "./compiled-module.js";

/** A thread that does one task after another; each kind of task has its kind of answer. */
export interface Thread<
  Task extends { readonly kind: string },
  Answers extends Readonly<Record<Task["kind"], unknown>>,
> {
  ask<Kind extends Task["kind"]>(task: Task & { readonly kind: Kind }): Promise<Answers[Kind]>;
  /** Ends the thread; what it has not answered yet fails. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Starts a thread, which keeps the program running only while it has something to do.
 *
 * @param module what it runs, beside the module that asks: each message to it is a task, each from it the next answer
 */
export function startThread<
  Task extends { readonly kind: string },
  Answers extends Readonly<Record<Task["kind"], unknown>>,
>(module: URL): Thread<Task, Answers> {
  const worker = new Worker(compiledModule(module));
  worker.unref();
  const waiting: Waiting[] = [];
  let failure: Error | null = null;
  const fail = (reason: Error): void => {
    failure ??= reason;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on("message", (answer: unknown) => {
    waiting.shift()?.resolve(answer as never);
    if (waiting.length === 0) worker.unref();
  });
  worker.on("error", (cause) => fail(new Error("the second thread failed", { cause })));
  worker.on("exit", () => fail(new Error("the second thread has ended")));

  return {
    ask(task) {
      const answer = new Promise<never>((resolve, reject) => {
        if (failure !== null) return reject(failure);
        worker.ref();
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
