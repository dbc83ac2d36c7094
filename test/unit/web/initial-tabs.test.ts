import { expect, test } from "vitest";
import type { KeyValueStorage } from "../../../web/playground/initial-tabs.js";
import { initialTabs } from "../../../web/playground/initial-tabs.js";
import { queryFromUrl } from "../../../web/playground/query-from-url.js";

const FIRST = { file: "01-first.graphql", query: "# What is first?\nquery First { a }\n" };
const SECOND = { file: "02-second.graphql", query: "query Second { b }\n" };
const LINKED = { query: "query Linked { c }", variables: "", operationName: null };
const TABS = "graphiql:tabState";

function memoryStorage(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    length: 0,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

const tabs = (storage: KeyValueStorage) => JSON.parse(storage.getItem(TABS) ?? "null");
const titles = (storage: KeyValueStorage) => tabs(storage).tabs.map((tab: { title: string }) => tab.title);

function edit(storage: KeyValueStorage, index: number, query: string) {
  const state = tabs(storage);
  state.tabs[index].query = query;
  storage.setItem(TABS, JSON.stringify(state));
}

test("a first visit opens every example, named after its operation, the first in front", () => {
  const storage = memoryStorage();

  const opening = initialTabs(storage, { examples: [FIRST, SECOND], linked: null });

  expect(opening).toEqual({ firstVisit: true, query: FIRST.query, variables: "" });
  expect(titles(storage)).toEqual(["First", "Second"]);
});

test("a second visit keeps edited tabs and adds nothing", () => {
  const storage = memoryStorage();
  initialTabs(storage, { examples: [FIRST, SECOND], linked: null });
  edit(storage, 0, "query First { mine }");

  const opening = initialTabs(storage, { examples: [FIRST, SECOND], linked: null });

  expect(opening).toEqual({ firstVisit: false, query: "query First { mine }", variables: "" });
  expect(titles(storage)).toEqual(["First", "Second"]);
});

test("an example that the reader closed stays closed, and a new one is added last", () => {
  const storage = memoryStorage();
  initialTabs(storage, { examples: [FIRST], linked: null });
  storage.setItem(TABS, JSON.stringify({ activeTabIndex: 0, tabs: [{ id: "x", title: "Mine", query: "{ mine }" }] }));

  initialTabs(storage, { examples: [FIRST, SECOND], linked: null });

  expect(titles(storage)).toEqual(["Mine", "Second"]);
});

test("an example that changed is brought up to date where it was never edited", () => {
  const storage = memoryStorage();
  initialTabs(storage, { examples: [FIRST, SECOND], linked: null });
  edit(storage, 1, "query Second { mine }");

  const better = [FIRST, SECOND].map(({ file, query }) => ({ file, query: query.replace("}", "better }") }));
  initialTabs(storage, { examples: better, linked: null });

  const queries = tabs(storage).tabs.map((tab: { query: string }) => tab.query);
  expect(queries).toEqual([better[0]?.query, "query Second { mine }"]);
});

test("a linked query comes first and in front, once however often it is opened", () => {
  const storage = memoryStorage();
  initialTabs(storage, { examples: [FIRST], linked: LINKED });

  const opening = initialTabs(storage, { examples: [FIRST], linked: LINKED });

  expect(opening.query).toBe(LINKED.query);
  expect(titles(storage)).toEqual(["Linked", "First"]);
});

test("what cannot be read as tabs is replaced by the examples", () => {
  const storage = memoryStorage();
  storage.setItem(TABS, "{ nonsense");

  initialTabs(storage, { examples: [FIRST], linked: null });

  expect(titles(storage)).toEqual(["First"]);
});

test("the address gives a query, its variables laid out, and the operation's name", () => {
  const search = new URLSearchParams({ query: " { a } ", variables: '{"tier":"LOWER"}', operationName: "A" });

  expect(queryFromUrl(`?${search}`)).toEqual({
    query: "{ a }",
    variables: '{\n  "tier": "LOWER"\n}',
    operationName: "A",
  });
});

test("an address without a query asks for none", () => {
  expect(queryFromUrl("?variables={}")).toBeNull();
});

test("variables that are not JSON are shown as they came", () => {
  expect(queryFromUrl("?query={a}&variables={tier")?.variables).toBe("{tier");
});
