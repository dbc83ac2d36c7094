import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** A share of a whole, 0 to 1, as the schema's Share. */
export const ShareScalar = new GraphQLScalarType<number, number>({
  name: "Share",
  description: "Share of a whole, 0 to 1, not rounded.",
  serialize: checkedShare,
  parseValue: checkedShare,
  parseLiteral: (node) => {
    if (node.kind !== Kind.INT && node.kind !== Kind.FLOAT)
      throw new GraphQLError("A Share is a number from 0 to 1.", { nodes: node });
    return checkedShare(Number(node.value));
  },
});

function checkedShare(value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw new GraphQLError(`A Share is a number from 0 to 1, not ${JSON.stringify(value)}; 5 % is 0.05.`);
}
