import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { createSchema } from "../../../src/api/graphql/schema.js";

// What clients rely on. The served schema may add to it and never takes from it.
const promised = buildSchema(readFileSync(new URL("contract.graphql", import.meta.url), "utf8"));
const served = await createSchema();

const types = Object.values(promised.getTypeMap()).filter(
  (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
);

describe.each(types.map((type) => [type.name, type] as const))("%s", (name, type) => {
  const kept = served.getType(name);

  test("is there, and of the same kind", () => {
    expect(kept?.astNode?.kind ?? kindOf(kept)).toBe(kindOf(type));
  });

  test.each(membersOf(type))("keeps %s", (_, line) => {
    expect(membersOf(kept).map(([, keptLine]) => keptLine)).toContain(line);
  });
});

test("a new argument of a promised field can be left out", () => {
  const added = types.flatMap((type) => {
    const kept = served.getType(type.name);
    if (!isObjectType(type) || !isObjectType(kept)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      (kept.getFields()[name]?.args ?? [])
        .filter((argument) => !args.some((known) => known.name === argument.name))
        .map((argument) => ({ name: `${type.name}.${name}(${argument.name}:)`, type: String(argument.type) })),
    );
  });

  expect(added.filter((argument) => argument.type.endsWith("!"))).toEqual([]);
});

function kindOf(type: GraphQLNamedType | undefined): string {
  return type === undefined ? "nothing" : type.constructor.name;
}

/** Everything a type promises, as name and line: fields with their types, arguments with types and defaults, values, members. */
function membersOf(type: GraphQLNamedType | undefined): readonly (readonly [name: string, line: string])[] {
  if (isObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      [field.name, `${field.name}: ${field.type}`] as const,
      ...field.args.map(
        (argument) => [`${field.name}(${argument.name}:)`, argumentLine(field.name, argument)] as const,
      ),
    ]);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, type: of }) => [name, `${name}: ${of}`] as const);
  }
  if (isEnumType(type)) return type.getValues().map(({ name }) => [name, name] as const);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => [name, name] as const);
  return isScalarType(type) ? [[type.name, type.name]] : [];
}

function argumentLine(field: string, { name, type, defaultValue }: GraphQLArgument): string {
  // Enum defaults are compared by name; those with other inner values have no default.
  const byDefault = defaultValue === undefined ? "" : ` = ${JSON.stringify(defaultValue)}`;
  return `${field}(${name}: ${type}${byDefault})`;
}
