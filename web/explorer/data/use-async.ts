import { useEffect, useState } from "preact/hooks";
import { ApiError } from "./api.js";

/** Loading, or failed. */
type NotReady =
  | { readonly status: "loading"; readonly isSlow: boolean }
  | { readonly status: "failed"; readonly error: Error; readonly retry: () => void };

/** The state of a request. */
export type AsyncState<Value> = { readonly status: "ready"; readonly value: Value } | NotReady;

/** The loaded value; null until then. */
export function valueOrNull<Value>(loaded: AsyncState<Value>): Value | null {
  return loaded.status === "ready" ? loaded.value : null;
}

/** Whether a request is loading or has failed. */
export function isNotReady(loaded: AsyncState<unknown>): loaded is NotReady {
  return loaded.status !== "ready";
}

/** The state before a response. */
export const LOADING = { status: "loading", isSlow: false } as const;

const SLOW_AFTER_MS = 1_500;
const RETRY_AFTER_MS = 5_000;

/**
 * Loads what `key` names, and again whenever the key changes; a null key loads nothing and stays loading.
 *
 * After a failure it retries when the network comes back, when `retry` is called, and every few seconds where that may
 * help.
 */
export function useAsync<Value>(key: string | null, load: () => Promise<Value>): AsyncState<Value> {
  const [attempt, setAttempt] = useState(0);
  const [current, setCurrent] = useState<{ key: string | null; loaded: AsyncState<Value> }>({ key, loaded: LOADING });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what load does
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    const settle = (loaded: AsyncState<Value>) => {
      clearTimeout(slow);
      if (isCurrent) setCurrent({ key, loaded });
    };
    const slow = setTimeout(() => settle({ status: "loading", isSlow: true }), SLOW_AFTER_MS);
    const retry = () => setAttempt((count) => count + 1);
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    load().then(
      (value) => settle({ status: "ready", value }),
      (error: Error) => {
        settle({ status: "failed", error, retry });
        if (isCurrent && isTransient(error)) retryTimer = setTimeout(retry, RETRY_AFTER_MS);
      },
    );
    addEventListener("online", retry, { once: true });
    return () => {
      isCurrent = false;
      clearTimeout(slow);
      clearTimeout(retryTimer);
      removeEventListener("online", retry);
    };
  }, [key, attempt]);

  return current.key === key ? current.loaded : LOADING;
}

/** Whether a retry may help: not where the server rejected the request. */
export function isTransient(error: Error): boolean {
  return !(error instanceof ApiError) || error.isTransient;
}
