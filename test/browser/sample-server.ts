import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { buildSchema, graphql } from "graphql";
import { sendResponse } from "../../src/server/http/send-response.js";
import { openPages } from "../../src/server/routes/pages.js";

const SCHEMA = buildSchema(`
  "How health areas and councils fit together."
  type Query {
    "Which councils span footprints."
    spanningAuthorities(tier: Tier = UPPER, minFootprints: Int = 2): [SpanningAuthority!]!
  }
  enum Tier { UPPER LOWER }
  type SpanningAuthority { authority: Authority! footprintCount: Int! shareOutsideMain: Float! overlaps: [Overlap!]! }
  type Authority { code: ID! name: String! type: String! }
  type Overlap { footprint: Footprint! population: Int shareOfAuthorityPopulation: Float }
  type Footprint { code: ID! name: String! }
`);

const CUMBRIA = {
  authority: { code: "E10000006", name: "Cumbria", type: "COUNTY" },
  footprintCount: 2,
  shareOutsideMain: 0.36,
  overlaps: [],
};

/** The playground over a schema with one council; gives the server, listening, and the playground's address. */
export async function startSampleServer(webFolder: string): Promise<{ server: Server; address: string }> {
  const pages = openPages(webFolder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pages.asset(pathname) ?? (request.method === "GET" ? pages.page("playground") : null);
    if (file !== null) return sendResponse(request, response, file);

    const { query, variables, operationName } = (await json(request)) as {
      query: string;
      variables?: Record<string, unknown> | null;
      operationName?: string | null;
    };
    const result = await graphql({
      schema: SCHEMA,
      source: query,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      rootValue: {
        spanningAuthorities: ({ minFootprints }: { minFootprints: number }) => (minFootprints > 2 ? [] : [CUMBRIA]),
      },
    });
    response.setHeader("content-type", "application/json").end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}/graphql` };
}
