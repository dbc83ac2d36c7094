import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType, Kind } from "graphql";

const TIER = "tier";

/**
 * Passes null to resolvers for an omitted tier instead of the schema's default UPPER, so that an omitted tier can mean the lower one in an edition without an upper tier.
 *
 * @returns the same schema, modified in place
 */
export function makeTierExplicit(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const takesTier = field.args.some(({ name, defaultValue }) => name === TIER && defaultValue !== undefined);
      if (takesTier && field.resolve !== undefined) field.resolve = withExplicitTier(field.resolve);
    }
  }
  return schema;
}

function withExplicitTier(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) =>
    resolve(source, isTierGiven(info) ? args : { ...args, [TIER]: null }, context, info);
}

function isTierGiven({ fieldNodes, variableValues }: GraphQLResolveInfo): boolean {
  const value = fieldNodes[0]?.arguments?.find(({ name }) => name.value === TIER)?.value;
  if (value === undefined || value.kind === Kind.NULL) return false;
  return value.kind !== Kind.VARIABLE || (variableValues[value.name.value] ?? null) !== null;
}
