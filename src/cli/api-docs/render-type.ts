import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";

/** A type of the schema with everything in it, as Markdown under a heading. */
export function renderType(type: GraphQLNamedType): string {
  return [`### ${type.name}`, type.description ?? "", membersTable(type)].filter((part) => part !== "").join("\n\n");
}

function membersTable(type: GraphQLNamedType): string {
  if (isObjectType(type)) return table("Field", Object.values(type.getFields()).map(fieldRow));
  if (isInputObjectType(type)) {
    return table(
      "Field",
      Object.values(type.getFields()).map(({ name, type: of, description }) => [
        `\`${name}\`: ${typeLink(of)}`,
        description ?? "",
      ]),
    );
  }
  if (isEnumType(type)) {
    return table(
      "Value",
      type.getValues().map(({ name, description }) => [`\`${name}\``, description ?? ""]),
    );
  }
  return isUnionType(type) ? `One of ${type.getTypes().map(typeLink).join(", ")}.` : "";
}

function fieldRow({ name, args, type, description }: GraphQLField<unknown, unknown>): readonly [string, string] {
  const argumentLines = args.map((argument) => `\`${argumentText(argument)}\`: ${argument.description ?? ""}`);
  return [`\`${name}\`: ${typeLink(type)}`, [description ?? "", ...argumentLines].join("<br>")];
}

/** A query's arguments as a table; empty for none. */
export function argumentsTable(args: readonly GraphQLArgument[]): string {
  if (args.length === 0) return "";
  return table(
    "Argument",
    args.map((argument) => [`\`${argumentText(argument)}\``, argument.description ?? ""]),
  );
}

/** An argument as the schema writes it, default and all. */
function argumentText({ name, type, defaultValue }: GraphQLArgument): string {
  const byDefault = defaultValue === undefined ? "" : ` = ${defaultText(type, defaultValue)}`;
  return `${name}: ${type}${byDefault}`;
}

function defaultText(type: GraphQLType, value: unknown): string {
  return isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value);
}

/** A type, leading to its section; those that GraphQL itself has lead nowhere. */
export function typeLink(type: GraphQLType): string {
  const named = getNamedType(type);
  if (isSpecifiedScalarType(named)) return `\`${type}\``;
  return `[\`${type}\`](#${named.name.toLowerCase()})`;
}

function table(heading: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([name, description]) => `| ${name} | ${description.replaceAll("|", "\\|")} |`);
  return [`| ${heading} | |`, "| --- | --- |", ...lines].join("\n");
}
