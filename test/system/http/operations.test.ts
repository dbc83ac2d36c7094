import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getOperationAST, type OperationDefinitionNode, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSchema } from "../../../src/api/graphql/schema.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

const FOLDER = fileURLToPath(new URL("../../../schema/operations", import.meta.url));
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".graphql"))
  .sort();

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

function text(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

function operation(name: string): OperationDefinitionNode {
  const found = getOperationAST(parse(text(name)));
  if (found === null || found === undefined) throw new Error(`${name} holds no single operation`);
  return found;
}

describe("the example operations", () => {
  it("begin with the one that asks which councils span more than one footprint", () => {
    expect(text(NAMES[0] ?? "")).toMatch(/^# Which councils span more than one footprint/);
  });

  it("each have a name of their own", () => {
    const names = NAMES.map((name) => operation(name).name?.value);

    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.each(NAMES)("%s", (name) => {
  it("begins with a comment that says what it asks", () => {
    expect(text(name)).toMatch(/^# .{20,}/);
  });

  it("fits the schema", async () => {
    expect(validate(await createSchema(), parse(text(name)))).toEqual([]);
  });

  it("can be run as it stands: every variable that must be given has a default", () => {
    const needed = (operation(name).variableDefinitions ?? []).filter(
      ({ type, defaultValue }) => type.kind === "NonNullType" && defaultValue === undefined,
    );

    expect(needed.map(({ variable }) => variable.name.value)).toEqual([]);
  });

  it("is answered without an error, and with more than nothing", async () => {
    const { status, json } = await server.answer(text(name));

    expect(json?.errors).toBeUndefined();
    expect(status).toBe(200);
    const answers = Object.values(json?.data as Record<string, unknown>);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(answer).not.toBeNull();
      expect(answer).not.toEqual([]);
    }
  });
});
