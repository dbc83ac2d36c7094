import { useEffect, useState } from "preact/hooks";
import { ApiError } from "./api-error.js";

/** Something on its way, or why it is not. */
type Unready =
  | { readonly status: "loading"; readonly isSlow: boolean }
  | { readonly status: "failed"; readonly error: Error; readonly retry: () => void };

/** Something that was asked for. */
export type Loaded<Value> = { readonly status: "ready"; readonly value: Value } | Unready;

/** What has been loaded; null until then. */
export function loadedValue<Value>(loaded: Loaded<Value>): Value | null {
  return loaded.status === "ready" ? loaded.value : null;
}

/** Whether something is still on its way, or has failed. */
export function isNotReady(loaded: Loaded<unknown>): loaded is Unready {
  return loaded.status !== "ready";
}

const SLOW_AFTER_MS = 1_500;
const RETRY_AFTER_MS = 5_000;

/**
 * Loads what `key` names, and again whenever the key changes; a null key loads nothing and stays loading.
 *
 * After a failure it tries again when the network comes back and when asked to, and every few seconds by itself where
 * that may help.
 */
export function useLoaded<Value>(key: string | null, load: () => Promise<Value>): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const [kept, setKept] = useState<{ key: string | null; loaded: Loaded<Value> }>({ key, loaded: LOADING });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what load does
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    const settle = (loaded: Loaded<Value>) => {
      clearTimeout(slow);
      if (isCurrent) setKept({ key, loaded });
    };
    const slow = setTimeout(() => settle({ status: "loading", isSlow: true }), SLOW_AFTER_MS);
    const retry = () => setAttempt((count) => count + 1);
    let again: ReturnType<typeof setTimeout> | undefined;
    load().then(
      (value) => settle({ status: "ready", value }),
      (error: Error) => {
        settle({ status: "failed", error, retry });
        if (isCurrent && isPassing(error)) again = setTimeout(retry, RETRY_AFTER_MS);
      },
    );
    addEventListener("online", retry, { once: true });
    return () => {
      isCurrent = false;
      clearTimeout(slow);
      clearTimeout(again);
      removeEventListener("online", retry);
    };
  }, [key, attempt]);

  return kept.key === key ? kept.loaded : LOADING;
}

/** Whether trying again may help: not where the server has understood and refused. */
export function isPassing(error: Error): boolean {
  return !(error instanceof ApiError) || error.isPassing;
}

const LOADING = { status: "loading", isSlow: false } as const;
