import { Worker } from "node:worker_threads";

/** A thread that does one task after another; each kind of task has its kind of answer. */
export interface Thread<
  Task extends { readonly kind: string },
  Results extends Readonly<Record<Task["kind"], unknown>>,
> {
  call<Kind extends Task["kind"]>(task: Task & { readonly kind: Kind }): Promise<Results[Kind]>;
  /** Ends the thread; what it has not answered yet fails. */
  close(): Promise<void>;
}

interface PendingCall {
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
  Results extends Readonly<Record<Task["kind"], unknown>>,
>(module: URL): Thread<Task, Results> {
  const worker = new Worker(workerEntry(module));
  worker.unref();
  const pending: PendingCall[] = [];
  let failure: Error | null = null;
  const fail = (reason: Error): void => {
    failure ??= reason;
    for (const { reject } of pending.splice(0)) reject(failure);
  };
  worker.on("message", (answer: unknown) => {
    pending.shift()?.resolve(answer as never);
    if (pending.length === 0) worker.unref();
  });
  worker.on("error", (cause) => fail(new Error("the second thread failed", { cause })));
  worker.on("exit", () => fail(new Error("the second thread has ended")));

  return {
    call(task) {
      const answer = new Promise<never>((resolve, reject) => {
        if (failure !== null) return reject(failure);
        worker.ref();
        pending.push({ resolve: resolve as PendingCall["resolve"], reject });
        worker.postMessage(task);
      });
      // Several tasks may fail at once, and then the caller, who awaits them in turn, hears of the first only.
      answer.catch(() => undefined);
      return answer;
    },
    close: async () => void (await worker.terminate()),
  };
}

/** A module as it was compiled: threads and processes run JavaScript, also where the program is run from its source. */
export function workerEntry({ href }: URL): URL {
  const at = href.lastIndexOf("/src/");
  return new URL(at === -1 ? href : `${href.slice(0, at)}/dist/${href.slice(at + "/src/".length)}`);
}
