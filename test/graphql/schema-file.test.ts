import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { schemaText, servedSchema } from "../../src/graphql/schema.js";

const FILE = fileURLToPath(new URL("../../schema/schema.graphql", import.meta.url));

it("schema/schema.graphql is the schema that is served; `npm run schema` writes it anew", async () => {
  const served = schemaText(await servedSchema());

  expect(readFileSync(FILE, "utf8")).toBe(served);
});
