import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType, Kind } from "graphql";

const TIER = "tier";

/**
 * Lets resolvers tell a tier that was asked for from one that was left out: the second is null for them, and means the
 * upper tier or, in an edition that has only a lower one, that. GraphQL itself would say UPPER for both.
 *
 * @returns the same schema, changed
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
