import type { Boundary } from "@coterminous/overlap";
import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from "graphql";

export const SQUARE_METRES_PER_KM2 = 1_000_000;
export const METRES_PER_KM = 1_000;

/** The scalar Share: 0 to 1. */
export const ShareScalar = new GraphQLScalarType<number, number>({
  name: "Share",
  description: "Share of a whole, 0 to 1, not rounded.",
  serialize: validateShare,
  parseValue: validateShare,
  parseLiteral: (node) => {
    if (node.kind !== Kind.INT && node.kind !== Kind.FLOAT)
      throw new GraphQLError("A Share is a number from 0 to 1.", { nodes: node });
    return validateShare(Number(node.value));
  },
});

function validateShare(value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw new GraphQLError(`A Share is a number from 0 to 1, not ${JSON.stringify(value)}; 5 % is 0.05.`);
}

/** The scalar GeoJSONGeometry: a Polygon or MultiPolygon, as a variable or a literal. Positions are validated by the engine. */
export const GeoJSONGeometryScalar = new GraphQLScalarType<Boundary, Boundary>({
  name: "GeoJSONGeometry",
  description:
    "A GeoJSON geometry (RFC 7946), Polygon or MultiPolygon, with WGS 84 longitude and latitude in degrees. Accepted as a variable and as a literal.",
  specifiedByURL: "https://datatracker.ietf.org/doc/html/rfc7946",
  serialize: (value) => value as Boundary,
  parseValue: validateGeometry,
  parseLiteral: (node, variables) => validateGeometry(valueFromASTUntyped(node, variables)),
});

/** Input that may be a geometry. */
interface GeoJsonInput {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  /** From GeoJSON before RFC 7946. */
  readonly crs?: { readonly properties?: { readonly name?: unknown } | null } | null;
}

function validateGeometry(value: unknown): Boundary {
  if (typeof value === "string") {
    throw new GraphQLError(
      "A GeoJSONGeometry is a Polygon or a MultiPolygon as an object; this is a string: write it as GeoJSON.",
    );
  }
  const { type, coordinates, crs } = (value ?? {}) as GeoJsonInput;
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
