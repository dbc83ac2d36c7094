import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MAX_POSITIONS } from "../../../packages/overlap/src/validity/position-count.js";
import { LIMITS } from "../../../src/server/graphql/limits/limits.js";

const text = readFileSync(new URL("../../../docs/limits.md", import.meta.url), "utf8");

test("docs/limits.md gives each limit as the server has it", () => {
  const row = (name: string) => new RegExp(`^\\| ${name} \\| ([\\d,]+)`, "m").exec(text)?.[1]?.replaceAll(",", "");

  expect({
    bodyBytes: Number(row("body")),
    jsonNesting: Number(row("JSON")),
    tokens: Number(row("query text")),
    depth: Number(row("depth")),
    fields: Number(row("fields")),
    rootFields: Number(row("top-level fields")),
    aliases: Number(row("aliases")),
    directives: Number(row("directives")),
    cost: Number(row("cost")),
    seconds: Number(row("time")),
  }).toEqual(LIMITS);
  expect(Number(row("positions of a polygon"))).toBe(MAX_POSITIONS);
});

test("a polygon of the most positions fits in a body", () => {
  const position = [-0.12345678, 51.12345678]; // eight decimals: a millimetre

  expect(JSON.stringify(Array(MAX_POSITIONS).fill(position)).length).toBeLessThan(LIMITS.bodyBytes);
});
