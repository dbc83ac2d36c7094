import { type GraphQLArgument, type GraphQLField, isNonNullType, isObjectType, isRequiredArgument } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSchema } from "../../../src/api/graphql/schema.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";
import { selection } from "./selection.js";

// How to come to a record of each type that has fields with arguments: the place for the field is marked by FIELD.
const WAY_TO: Readonly<Record<string, string>> = {
  Query: "{ FIELD }",
  Edition: "{ edition { FIELD } }",
  Footprint: `{ footprint(code: "E54000020") { FIELD } }`,
  Authority: `{ authority(code: "E10000021") { FIELD } }`,
  Overlap: `{ overlaps(authority: "E10000021", first: 2) { nodes { FIELD } } }`,
  Coterminosity: `{ footprint(code: "E54000020") { coterminosity { FIELD } } }`,
  Changes: `{ changes(from: "stp-2017", to: "icb-2024", layer: FOOTPRINTS) { FIELD } }`,
  ScenarioFootprint: "{ scenario { footprints { FIELD } } }",
};

const REQUIRED: Readonly<Record<string, string>> = {
  "footprint.code": `"E54000020"`,
  "authority.code": `"E10000021"`,
  "search.text": `"northampton"`,
  "overlapWith.layer": "UPPER_TIER",
  "overlapWith.geometry":
    '{ type: "Polygon", coordinates: [[[-1, 52.2], [-0.8, 52.2], [-0.8, 52.3], [-1, 52.3], [-1, 52.2]]] }',
  "at.longitude": "-0.9",
  "at.latitude": "52.24",
};

const schema = await createSchema();
const optionalArguments = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith("__"))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ typeName: type.name, field })))
  .flatMap(({ typeName, field }) =>
    field.args
      .filter(({ type }) => !isNonNullType(type))
      .map((argument) => ({ name: `${typeName}.${field.name}(${argument.name}:)`, typeName, field, argument })),
  );

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

describe("null means the default", () => {
  test.each(optionalArguments)("for $name", async ({ typeName, field, argument }) => {
    const leftOut = await api.ask(query(typeName, field));
    const asLiteral = await api.ask(query(typeName, field, `${argument.name}: null`));
    const asVariable = await api.ask(
      `query ($none: ${argument.type}) ${query(typeName, field, `${argument.name}: $none`)}`,
      { none: null },
    );

    expect(asLiteral).toEqual(leftOut);
    expect(asVariable).toEqual(leftOut);
  });
});

test("every argument with a default that may be null is asked about", () => {
  const withDefaults = optionalArguments.filter(({ argument }) => argument.defaultValue !== undefined);

  expect(withDefaults.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Query.spanningAuthorities(minShare:)", "Coterminosity.mostlyInside(weight:)"]),
  );
  expect(optionalArguments.filter(({ typeName }) => WAY_TO[typeName] === undefined)).toEqual([]);
});

function query(typeName: string, field: GraphQLField<unknown, unknown>, given?: string): string {
  const required = field.args.filter(isRequiredArgument).map((argument) => requiredText(field.name, argument));
  const all = [...required, ...(given === undefined ? [] : [given])].join(", ");
  const text = `${field.name}${all === "" ? "" : `(${all})`} ${selection(field.type, 1)}`;
  return WAY_TO[typeName]!.replace("FIELD", text);
}

function requiredText(fieldName: string, { name }: GraphQLArgument): string {
  return `${name}: ${REQUIRED[`${fieldName}.${name}`]}`;
}
