import type { Geometry } from "geojson";
import type { initGraphQLTada, ResultOf } from "gql.tada";
import type { introspection } from "../../../schema/introspection.d.ts";
import type { Bbox, LonLat } from "../map/bbox.js";

type Graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Share: number; GeoJSONGeometry: Geometry };
  disableMasking: true;
}>;

/**
 * A document of the API, with the fragments that it spreads.
 *
 * gql.tada derives its types while compiling. At run time a document is its text: gql.tada's own function would add a
 * parser to the page, and parse every document while the page loads.
 */
export const graphql = ((text: string, fragments: readonly string[] = []) =>
  [text.trim(), ...fragments].join("\n")) as unknown as Graphql;

/** The data of a document or fragment. */
export type DataOf<Document> = Refined<ResultOf<Document>>;

/** The values of an enum of the API. */
export type EnumValue<Name extends EnumName> = Types[Name]["enumValues"];

type Types = introspection["types"];
type EnumName = { [Name in keyof Types]: Types[Name] extends { enumValues: string } ? Name : never }[keyof Types];

/** The fields that are lists of numbers in the schema, and have a fixed length. */
type Tuples = { bbox: Bbox; centre: LonLat };

/** Data as the page handles it: readonly, with tuples. */
type Refined<Value> = Value extends readonly (infer Item)[]
  ? readonly Refined<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Name extends keyof Tuples ? Tuples[Name] : Refined<Value[Name]> }
    : Value;
