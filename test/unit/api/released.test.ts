import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges } from "graphql";
import { expect, test } from "vitest";
import { createSchema, schemaText } from "../../../src/api/graphql/schema.js";

const released = buildSchema(readFileSync(new URL("../../../schema/released.graphql", import.meta.url), "utf8"));

test("nothing that was released breaks", async () => {
  const served = buildSchema(schemaText(await createSchema()));

  expect(findBreakingChanges(released, served).map(({ description }) => description)).toEqual([]);
});

test("taking something away would be noticed", async () => {
  const text = schemaText(await createSchema());
  const without = buildSchema(text.replace(/^ {2}thicknessM: Float!$/gm, "  thickness: Float!"));

  expect(findBreakingChanges(released, without).map(({ type }) => type)).toContain("FIELD_REMOVED");
});
