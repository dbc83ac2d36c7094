// A typed client in thirty lines: the type of the result follows from the query, and a misspelt field does not compile.
// schema/introspection.d.ts holds schema/schema.graphql as types; `npm run schema` writes both.
import { initGraphQLTada, type TadaDocumentNode } from "gql.tada";
import { print } from "graphql";
import type { introspection } from "../../schema/introspection.d.ts";

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Share: number; GeoJSONGeometry: object } }>();

const SPANNING = graphql(`
  query Spanning($minShare: Share) {
    spanningAuthorities(tier: UPPER, minShare: $minShare) {
      authority { name }
      shareOutsideMain
    }
  }
`);

/** The councils that span footprints, each with the percentage of its people outside its main footprint. */
export async function spanningCouncils(endpoint: string, minShare = 0): Promise<[name: string, percentOutside: number][]> {
  const { spanningAuthorities } = await execute(endpoint, SPANNING, { minShare });
  return spanningAuthorities.map(({ authority, shareOutsideMain }) => [authority.name, 100 * shareOutsideMain]);
}

async function execute<Data, Variables>(
  endpoint: string,
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const body = JSON.stringify({ query: print(document), variables });
  const response = await fetch(endpoint, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return data;
}
