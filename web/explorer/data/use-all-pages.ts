import { useMemo } from "preact/hooks";
import { allPages, type Page, type PageQuestion } from "./all-pages.js";
import { useAnswer, useApi } from "./use-answer.js";
import { type Loaded, useLoaded } from "./use-loaded.js";

const LOADING = { status: "loading", isSlow: false } as const;

/** All items of a list whose first page is there: at once when it is the only one. null: nothing is wanted yet. */
export function useFollowingPages<Item>(
  first: Page<Item> | null,
  question: PageQuestion<Item, string>,
): Loaded<readonly Item[]> {
  const { ask } = useApi();
  const next = first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null;
  const all = useLoaded(next === null ? null : JSON.stringify(question(next)), () =>
    first ? allPages(ask, question, first) : Promise.reject(new Error("there is no first page")),
  );
  const only = useMemo(() => first && ({ status: "ready", value: first.nodes } as const), [first]);
  return next === null ? (only ?? LOADING) : all;
}

/** All items of a list; null asks for none. */
export function useAllPages<Item>(question: PageQuestion<Item> | null): Loaded<readonly Item[]> {
  const first = useAnswer(question?.(null) ?? null);
  const rest = useFollowingPages(first.status === "ready" ? first.value.page : null, (after) => {
    if (!question) throw new Error("nothing to ask");
    return question(after);
  });
  return first.status === "failed" ? first : rest;
}
