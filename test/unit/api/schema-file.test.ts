import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createSchema, schemaText } from "../../../src/api/graphql/schema.js";

const FILE = fileURLToPath(new URL("../../../schema/schema.graphql", import.meta.url));

it("schema/schema.graphql is the schema that is served; `npm run schema` writes it anew", async () => {
  const served = schemaText(await createSchema());

  expect(readFileSync(FILE, "utf8")).toBe(served);
});
