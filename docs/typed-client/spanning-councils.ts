// A typed client in thirty lines: the answer's type follows from the query, and a misspelt field does not compile.
// schema.d.ts is made from schema/schema.graphql: npx gql.tada generate-output -c docs/typed-client/tsconfig.json
import { initGraphQLTada, type TadaDocumentNode } from "gql.tada";
import { print } from "graphql";
import type { introspection } from "./schema.d.ts";

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Share: number; GeoJSONGeometry: object } }>();

const SPANNING = graphql(`
  query Spanning($minShare: Share) {
    spanningAuthorities(tier: UPPER, minShare: $minShare) {
      authority { name }
      shareOutsideMain
    }
  }
`);

/** The names of the councils that span footprints, with the share of their people outside the main one. */
export async function spanningCouncils(endpoint: string, minShare = 0): Promise<[name: string, percent: number][]> {
  const { spanningAuthorities } = await ask(endpoint, SPANNING, { minShare });
  return spanningAuthorities.map(({ authority, shareOutsideMain }) => [authority.name, 100 * shareOutsideMain]);
}

async function ask<Data, Given>(endpoint: string, document: TadaDocumentNode<Data, Given>, variables: Given): Promise<Data> {
  const body = JSON.stringify({ query: print(document), variables });
  const response = await fetch(endpoint, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return data;
}
