import type { Api } from "./api.js";
import type { Query } from "./query.js";

/** Some items of a list, and whether more follow. */
export interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The query for a page: the first, or the one after a cursor. */
export type PageQuery<Item, After = string | null> = (after: After) => Query<{ readonly page: Page<Item> }>;

/** All items of a list whose first page has been loaded, fetching the others one after another. */
export async function fetchAllPages<Item>(
  execute: Api["execute"],
  query: PageQuery<Item, string>,
  first: Page<Item>,
): Promise<readonly Item[]> {
  const items = [...first.nodes];
  let { hasNextPage, endCursor } = first.pageInfo;
  while (hasNextPage && endCursor !== null) {
    const { page } = await execute(query(endCursor));
    items.push(...page.nodes);
    ({ hasNextPage, endCursor } = page.pageInfo);
  }
  return items;
}
