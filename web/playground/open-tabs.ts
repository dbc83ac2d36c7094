import type { KeptValues } from "./kept-values.js";
import type { LinkedQuery } from "./query-in-address.js";

/** One file of schema/operations: comments, then one operation. */
export interface ExampleOperation {
  /** The file's name, such as `01-spanning-authorities.graphql`. */
  readonly file: string;
  readonly query: string;
}

/** A tab as GraphiQL keeps it (its `TabState`); the rest of it GraphiQL works out again. */
interface Tab {
  readonly id: string;
  readonly title: string;
  readonly query: string | null;
  readonly variables: string | null;
  readonly headers: null;
  readonly operationName: string | null;
  readonly response: null;
}

/** How the page starts. */
export interface Opening {
  /** Nothing was kept from before. */
  readonly firstVisit: boolean;
  /** What the tab in front holds. */
  readonly query: string;
  readonly variables: string;
}

const TABS_KEY = "graphiql:tabState"; // where GraphiQL 5 keeps its tabs
const OFFERED_KEY = "examples-offered";

/**
 * Lays out the tabs before GraphiQL starts, and gives the one in front.
 *
 * A first visit gets the examples. Later visits keep the reader's tabs as they are: an example comes again only when
 * it is new, and replaces its own tab only where that was never edited. A linked query comes first and in front.
 */
export function openTabs(
  storage: KeptValues,
  { examples, linked }: { examples: readonly ExampleOperation[]; linked: LinkedQuery | null },
): Opening {
  const kept = keptTabs(storage.getItem(TABS_KEY));
  const offered = kept ? offeredExamples(storage.getItem(OFFERED_KEY)) : {};

  let tabs = kept?.tabs ?? [];
  let front = kept?.activeTabIndex ?? 0;
  for (const { file, query } of examples) {
    const before = offered[file];
    if (before === undefined) tabs = [...tabs, newTab(file, query, "")];
    else tabs = tabs.map((tab) => (tab.query === before ? { ...tab, ...named(query) } : tab));
  }
  if (linked) {
    const same = tabs.findIndex((tab) => tab.query === linked.query && (tab.variables ?? "") === linked.variables);
    if (same === -1) tabs = [newTab(freshId(tabs), linked.query, linked.variables), ...tabs];
    front = Math.max(same, 0);
  }

  const tab = tabs[front] ?? tabs[0];
  keep(storage, TABS_KEY, { tabs, activeTabIndex: tab ? tabs.indexOf(tab) : 0 });
  keep(storage, OFFERED_KEY, Object.fromEntries(examples.map(({ file, query }) => [file, query])));
  return { firstVisit: kept === null, query: tab?.query ?? "", variables: tab?.variables ?? "" };
}

function keptTabs(json: string | null): { tabs: readonly Tab[]; activeTabIndex: number } | null {
  const kept = parsed(json) as { tabs?: unknown; activeTabIndex?: unknown } | null;
  if (!Array.isArray(kept?.tabs) || kept.tabs.length === 0) return null;
  const tabs = kept.tabs.filter((tab): tab is Tab => typeof tab?.id === "string" && typeof tab.title === "string");
  return { tabs, activeTabIndex: typeof kept.activeTabIndex === "number" ? kept.activeTabIndex : 0 };
}

function offeredExamples(json: string | null): Readonly<Record<string, unknown>> {
  const offered = parsed(json);
  return typeof offered === "object" && offered !== null ? { ...offered } : {};
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}

function newTab(id: string, query: string, variables: string): Tab {
  return { id, ...named(query), variables, headers: null, response: null };
}

function named(query: string): Pick<Tab, "title" | "query" | "operationName"> {
  const operationName = /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? null;
  return { title: operationName ?? "<untitled>", query, operationName };
}

function freshId(tabs: readonly Tab[]): string {
  let number = tabs.length + 1;
  while (tabs.some((tab) => tab.id === `linked-${number}`)) number += 1;
  return `linked-${number}`;
}

function keep(storage: KeptValues, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch (error) {
    console.error(`The browser would not store ${key}`, error);
  }
}
