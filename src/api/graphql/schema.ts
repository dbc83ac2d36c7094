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
  "How footprints and authorities fit together: those of the NHS and the councils of England, and those of editions of your own. Shares are 0 to 1 and nothing is rounded. An argument left out, or null, means its default; an edition that does not exist is refused, naming those that do.";

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
    validate: false, // arguments are checked where they are used, with messages of our own
  });
  const query = schema.getQueryType();
  if (query !== null && query !== undefined) query.description = ABOUT;
  return makeTierExplicit(lexicographicSortSchema(schema));
}

/** The schema as SDL, as it is kept in schema/schema.graphql. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}
