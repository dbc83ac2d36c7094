import type { LinkedQuery } from "./query-from-url.js";

/** The part of the browser's Storage that GraphiQL uses to store its tabs between visits. */
export interface KeyValueStorage {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

/** One file of schema/operations: comments, then one operation. */
export interface ExampleOperation {
  /** The file's name, such as `01-spanning-authorities.graphql`. */
  readonly file: string;
  readonly query: string;
}

/** A tab as GraphiQL stores it (`TabState`); GraphiQL computes the other fields. */
interface Tab {
  readonly id: string;
  readonly title: string;
  readonly query: string | null;
  readonly variables: string | null;
  readonly headers: null;
  readonly operationName: string | null;
  readonly response: null;
}

/** The state of the page at its start. */
export interface InitialTabs {
  /** Whether there were no stored tabs. */
  readonly firstVisit: boolean;
  /** Of the active tab. */
  readonly query: string;
  readonly variables: string;
}

const TABS_KEY = "graphiql:tabState"; // GraphiQL 5's key
const SEEN_EXAMPLES_KEY = "examples-offered";

/**
 * Stores the tabs before GraphiQL starts, and returns the active one.
 *
 * A first visit has the examples. Later visits restore the reader's tabs, add new examples, and update the tab of a
 * changed example unless it was edited. A linked query is the first tab, and active.
 */
export function initialTabs(
  storage: KeyValueStorage,
  { examples, linked }: { examples: readonly ExampleOperation[]; linked: LinkedQuery | null },
): InitialTabs {
  const stored = readStoredTabs(storage.getItem(TABS_KEY));
  const seenExamples = stored ? readSeenExamples(storage.getItem(SEEN_EXAMPLES_KEY)) : {};

  let tabs = stored?.tabs ?? [];
  let activeIndex = stored?.activeTabIndex ?? 0;
  for (const { file, query } of examples) {
    const before = seenExamples[file];
    if (before === undefined) tabs = [...tabs, newTab(file, query, "")];
    else tabs = tabs.map((tab) => (tab.query === before ? { ...tab, ...tabFields(query) } : tab));
  }
  if (linked) {
    const same = tabs.findIndex((tab) => tab.query === linked.query && (tab.variables ?? "") === linked.variables);
    if (same === -1) tabs = [newTab(unusedId(tabs), linked.query, linked.variables), ...tabs];
    activeIndex = Math.max(same, 0);
  }

  const tab = tabs[activeIndex] ?? tabs[0];
  save(storage, TABS_KEY, { tabs, activeTabIndex: tab ? tabs.indexOf(tab) : 0 });
  save(storage, SEEN_EXAMPLES_KEY, Object.fromEntries(examples.map(({ file, query }) => [file, query])));
  return { firstVisit: stored === null, query: tab?.query ?? "", variables: tab?.variables ?? "" };
}

function readStoredTabs(json: string | null): { tabs: readonly Tab[]; activeTabIndex: number } | null {
  const stored = parseJson(json) as { tabs?: unknown; activeTabIndex?: unknown } | null;
  if (!Array.isArray(stored?.tabs) || stored.tabs.length === 0) return null;
  const tabs = stored.tabs.filter((tab): tab is Tab => typeof tab?.id === "string" && typeof tab.title === "string");
  return { tabs, activeTabIndex: typeof stored.activeTabIndex === "number" ? stored.activeTabIndex : 0 };
}

function readSeenExamples(json: string | null): Readonly<Record<string, unknown>> {
  const seenExamples = parseJson(json);
  return typeof seenExamples === "object" && seenExamples !== null ? { ...seenExamples } : {};
}

function parseJson(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}

function newTab(id: string, query: string, variables: string): Tab {
  return { id, ...tabFields(query), variables, headers: null, response: null };
}

function tabFields(query: string): Pick<Tab, "title" | "query" | "operationName"> {
  const operationName = /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? null;
  return { title: operationName ?? "<untitled>", query, operationName };
}

function unusedId(tabs: readonly Tab[]): string {
  let number = tabs.length + 1;
  while (tabs.some((tab) => tab.id === `linked-${number}`)) number += 1;
  return `linked-${number}`;
}

function save(storage: KeyValueStorage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch (error) {
    console.error(`The browser did not store ${key}`, error);
  }
}
