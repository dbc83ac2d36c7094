import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from "graphql";
import type { Boundary } from "../model/boundary.js";

/** A GeoJSON Polygon or MultiPolygon; accepted as a variable and as a literal. Positions are checked where it is used. */
export const GeoJSONGeometryScalar = new GraphQLScalarType<Boundary, Boundary>({
  name: "GeoJSONGeometry",
  description:
    "A GeoJSON geometry, WGS 84 longitude and latitude in degrees, RFC 7946: Polygon or MultiPolygon. Accepted as a variable and as a literal.",
  specifiedByURL: "https://datatracker.ietf.org/doc/html/rfc7946",
  serialize: (value) => value as Boundary,
  parseValue: checkedGeometry,
  parseLiteral: (node, variables) => checkedGeometry(valueFromASTUntyped(node, variables)),
});

function checkedGeometry(value: unknown): Boundary {
  const { type, coordinates } = (value ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  if (type !== "Polygon" && type !== "MultiPolygon") {
    throw new GraphQLError(
      `A GeoJSONGeometry here is a Polygon or a MultiPolygon; its type is ${JSON.stringify(type)}.`,
    );
  }
  if (!Array.isArray(coordinates)) throw new GraphQLError(`A ${type} has a list of coordinates.`);
  return { type, coordinates } as Boundary;
}
