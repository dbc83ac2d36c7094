import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { Api } from "./api.js";
import { fetchAllPages, type Page, type PageQuery } from "./fetch-all-pages.js";
import type { Query } from "./query.js";
import { type AsyncState, LOADING, useAsync } from "./use-async.js";

/** The server's API, for every component of the page. */
export const ApiContext = createContext<Api | null>(null);

/** The server's API. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi is used outside ApiContext");
  return api;
}

/** The data of a query; null sends none. */
export function useQuery<Result>(query: Query<Result> | null): AsyncState<Result> {
  const api = useApi();
  return useAsync(query && JSON.stringify(query), () =>
    query ? api.execute(query) : Promise.reject(new Error("no query")),
  );
}

/** All items of a list, given its first page: at once when there is no other. null waits. */
export function useRemainingPages<Item>(
  first: Page<Item> | null,
  query: PageQuery<Item, string>,
): AsyncState<readonly Item[]> {
  const { execute } = useApi();
  const next = first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null;
  const all = useAsync(next === null ? null : JSON.stringify(query(next)), () =>
    first ? fetchAllPages(execute, query, first) : Promise.reject(new Error("there is no first page")),
  );
  const only = useMemo(() => first && ({ status: "ready", value: first.nodes } as const), [first]);
  return next === null ? (only ?? LOADING) : all;
}

/** All items of a list; null loads none. */
export function useAllPages<Item>(query: PageQuery<Item> | null): AsyncState<readonly Item[]> {
  const first = useQuery(query?.(null) ?? null);
  const rest = useRemainingPages(first.status === "ready" ? first.value.page : null, (after) => {
    if (!query) throw new Error("no query");
    return query(after);
  });
  return first.status === "failed" ? first : rest;
}
