import { type GraphQLNamedType, isEnumType, isInputObjectType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { createSchema } from "../../../src/api/graphql/schema.js";

interface Described {
  readonly name: string;
  readonly description: string;
  readonly deprecationReason?: string | null | undefined;
}

const schema = await createSchema();
const everything = Object.values(schema.getTypeMap())
  .filter(({ name }) => !name.startsWith("__"))
  .flatMap(listParts);

test("everything in the schema is described", () => {
  expect(everything.filter(({ description }) => description.trim() === "").map(({ name }) => name)).toEqual([]);
});

test("a description is a sentence, beginning with a capital and ending with a full stop", () => {
  const others = everything.filter(({ name, description }) => !isBuiltIn(name) && !isSentence(description));

  expect(others.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
});

/** What a name's ending says of its unit, and the word that its description must have. */
const UNITS = [
  [/Km2$/, "square kilometres"],
  [/Km$/, "kilometres"],
  [/[a-z]M$/, "metres"],
  [/(bbox|centre|longitude|latitude)\)?:?$/i, "egrees"],
] as const;

test("a figure's description names the unit that its name ends in", () => {
  const lacking = everything.flatMap(({ name, description }) =>
    UNITS.filter(
      ([ending, unit]) => ending.test(name.replace(/:\)$/, "")) && !description.toLowerCase().includes(unit),
    ).map(([, unit]) => `${name}: ${unit}`),
  );

  expect(lacking).toEqual([]);
});

test("a deprecation gives its reason and its date", () => {
  const deprecated = everything.filter(({ deprecationReason }) => typeof deprecationReason === "string");

  expect(deprecated.filter(({ deprecationReason }) => !/\d{4}-\d{2}-\d{2}/.test(deprecationReason ?? ""))).toEqual([]);
});

function listParts(type: GraphQLNamedType): Described[] {
  const own = { name: type.name, description: type.description ?? "" };
  if (isObjectType(type)) {
    const fields = Object.values(type.getFields()).flatMap((field) => [
      toDescribed(`${type.name}.${field.name}`, field),
      ...field.args.map((argument) => toDescribed(`${type.name}.${field.name}(${argument.name}:)`, argument)),
    ]);
    return [own, ...fields];
  }
  if (isInputObjectType(type)) {
    return [own, ...Object.values(type.getFields()).map((field) => toDescribed(`${type.name}.${field.name}`, field))];
  }
  if (isEnumType(type)) {
    return [own, ...type.getValues().map((value) => toDescribed(`${type.name}.${value.name}`, value))];
  }
  return [own];
}

function toDescribed(
  name: string,
  {
    description,
    deprecationReason,
  }: { readonly description?: string | null | undefined; readonly deprecationReason?: string | null | undefined },
): Described {
  return { name, description: description ?? "", deprecationReason };
}

function isBuiltIn(name: string): boolean {
  return ["Boolean", "Float", "ID", "Int", "String"].includes(name);
}

function isSentence(text: string): boolean {
  return /^["“]?[A-Z0-9]/.test(text) && text.endsWith(".");
}
