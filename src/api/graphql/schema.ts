import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { AuthorityResolver } from "./authority.resolver.js";
import { ChangesResolver } from "./changes.resolver.js";
import { ClaimsResolver } from "./claims.resolver.js";
import { CoterminosityResolver } from "./coterminosity.resolver.js";
import { EditionResolver } from "./edition.resolver.js";
import { makeTierExplicit } from "./explicit-tier-argument.js";
import { FootprintResolver } from "./footprint.resolver.js";
import { OverlapResolver } from "./overlap.resolver.js";
import { PolygonResolver } from "./polygon.resolver.js";
import { RatingsResolver } from "./ratings.resolver.js";
import { ScenarioResolver } from "./scenario.resolver.js";
import { SearchResolver } from "./search.resolver.js";
import { SpanningResolver } from "./spanning.resolver.js";

const ABOUT =
  "How footprints and authorities fit together: NHS footprints and English councils in the shipped editions, and the areas of user editions. Shares are 0 to 1 and nothing is rounded. An argument that is omitted or null has its default value. An unknown edition is an error that lists the editions.";

/** The served schema, sorted. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      PolygonResolver,
      AuthorityResolver,
      ChangesResolver,
      ClaimsResolver,
      CoterminosityResolver,
      EditionResolver,
      FootprintResolver,
      OverlapResolver,
      RatingsResolver,
      ScenarioResolver,
      SearchResolver,
      SpanningResolver,
    ],
    validate: false, // arguments are validated where they are used, with clearer messages
  });
  const query = schema.getQueryType();
  if (query !== null && query !== undefined) query.description = ABOUT;
  return makeTierExplicit(lexicographicSortSchema(schema));
}

/** The schema as SDL: the text of schema/schema.graphql. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}
