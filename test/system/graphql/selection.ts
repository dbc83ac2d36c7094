import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from "graphql";

/** Every plain field of a type, and of the types it leads to for `depth` steps; shapes are left out for their size. */
export function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (isUnionType(named)) return "{ __typename }";
  if (!isObjectType(named)) throw new Error(`${named} is neither leaf, union nor object`);
  const fields = Object.values(named.getFields()).flatMap((field) => fieldSelection(field, depth));
  return `{ ${fields.join(" ") || "__typename"} }`;
}

function fieldSelection({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): readonly string[] {
  const named = getNamedType(type);
  if (args.some(isRequiredArgument) || named.name === "GeoJSONGeometry") return [];
  if (isLeafType(named)) return [name];
  return depth > 0 ? [`${name} ${selection(type, depth - 1)}`] : [];
}
