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

/** Members of what may be a geometry. */
interface Given {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  /** Of GeoJSON before RFC 7946. */
  readonly crs?: { readonly properties?: { readonly name?: unknown } | null } | null;
}

function checkedGeometry(value: unknown): Boundary {
  if (typeof value === "string") {
    throw new GraphQLError(
      "A GeoJSONGeometry is a Polygon or a MultiPolygon as an object; this is a text: write it as GeoJSON.",
    );
  }
  const { type, coordinates, crs } = (value ?? {}) as Given;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    const remedy = type === "Feature" || type === "FeatureCollection" ? ": send its geometry" : "";
    throw new GraphQLError(
      `A GeoJSONGeometry here is a Polygon or a MultiPolygon; its type is ${JSON.stringify(type) ?? "missing"}${remedy}.`,
    );
  }
  if (!Array.isArray(coordinates)) throw new GraphQLError(`A ${type} has a list of coordinates.`);
  const system = crs?.properties?.name;
  if (typeof system === "string" && !WGS_84.test(system)) {
    throw new GraphQLError(
      `A GeoJSONGeometry has longitude and latitude; its crs says ${JSON.stringify(system)}: convert it to WGS 84 (EPSG:4326).`,
    );
  }
  return { type, coordinates } as Boundary;
}

const WGS_84 = /(CRS84|EPSG:{1,2}4326)$/i;
