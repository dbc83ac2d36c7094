import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PAGE = join(ROOT, "web/explorer");
const DOCUMENT = /\bgraphql\(\s*(["`])([\s\S]*?)\1/g;

// Types from gql.tada leave out what does not change the data: an argument that the schema does not have.
describe("the page's queries", () => {
  const schema = buildSchema(readFileSync(join(ROOT, "schema/schema.graphql"), "utf8"));
  const texts = readdirSync(PAGE, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...readFileSync(join(PAGE, path), "utf8").matchAll(DOCUMENT)])
    .map(([, , text = ""]) => text.trim());
  const fragments = texts.filter((text) => text.startsWith("fragment"));
  const rules = specifiedRules.filter(({ name }) => name !== "NoUnusedFragmentsRule");

  const queries = texts.flatMap((text) => [...text.matchAll(/^query (\w+)/g)].map(([, name]) => [name, text]));

  test.each(queries)("%s fits the schema", (_, query) => {
    expect(validate(schema, parse([query, ...fragments].join("\n")), rules)).toEqual([]);
  });
});
