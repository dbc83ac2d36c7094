import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSchema } from "../../../src/api/graphql/schema.js";
import { readExamples } from "../../../src/cli/api-docs/example.js";
import { formatJson, truncateAnswer } from "../../../src/cli/api-docs/format-answer.js";
import { generateApiDoc } from "../../../src/cli/api-docs/generate-api-doc.js";
import type { Store } from "../../../src/store/store.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../../support/real-store.js";

const OPERATIONS = fileURLToPath(new URL("../../../schema/operations", import.meta.url));
const kept = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");

let store: Store;

beforeAll(() => {
  store = openRealStore();
}, BUILD_TIMEOUT_MS);
afterAll(() => store.close());

describe("docs/api.md", () => {
  test("is what `npm run coterminous -- docs` writes", async () => {
    expect(await generateApiDoc(store, OPERATIONS)).toBe(kept);
  });

  test("has a section for every query and every type, and no link leads nowhere", async () => {
    const schema = await createSchema();
    const anchors = new Set([...kept.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading!)));

    for (const name of Object.keys(schema.getQueryType()!.getFields()))
      expect(anchors).toContain(anchor(`Query.${name}`));
    for (const [, link] of kept.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(link);
    expect(anchors.size).toBe([...kept.matchAll(/^#+ /gm)].length);
  });
});

test("an example is read as its question, its notes and its operation", () => {
  const [first] = readExamples(OPERATIONS);

  expect(first).toMatchObject({
    number: "01",
    question: "Which councils span more than one footprint, and how many people live on each side?",
    queries: ["spanningAuthorities"],
  });
  expect(first?.notes).toMatch(/^An overlap counts/);
  expect(first?.operation).toMatch(/^query SpanningAuthorities \{/);
});

test("an answer is cut to two items of a longer list and four digits of a fraction", () => {
  expect(truncateAnswer({ list: [1, 2, 3, 4, 5], share: 0.123456, count: 2435129, short: [1.5, 2, 3, 4] })).toEqual({
    list: [1, 2, "… 3 more"],
    share: 0.1235,
    count: 2435129,
    short: [1.5, 2, 3, 4],
  });
  expect(truncateAnswer({ residual: 6.4e-15, loss: -2e-12, least: 1e-14 })).toEqual({
    residual: 1e-14,
    loss: -1e-11,
    least: 1e-14,
  });
});

test("JSON that fits on a line stays on it, and all of it reads back", () => {
  const value = { name: "x".repeat(90), list: [1, 2], nothing: null, inner: { empty: {} } };

  expect(formatJson({ a: 1, b: [true] })).toBe('{ "a": 1, "b": [true] }');
  expect(JSON.parse(formatJson(value))).toEqual(value);
});

/** A heading's anchor as GitHub makes it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}
