import { readdirSync, readFileSync } from "node:fs";
import type { ApolloServer } from "@apollo/server";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatasetSnapshot, openSnapshot } from "../../../src/server/dataset/dataset-snapshot.js";
import { tryFastPath } from "../../../src/server/graphql/fast-path.js";
import { type GraphqlService, startGraphql } from "../../../src/server/graphql/graphql-service.js";
import type { ExecutionContext } from "../../../src/server/graphql/prepared-operation.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../../support/real-store.js";

const OPERATIONS = new URL("../../../schema/operations/", import.meta.url);
const operations = readdirSync(OPERATIONS).map(
  (name) => [name, readFileSync(new URL(name, OPERATIONS), "utf8")] as const,
);

const OTHERS: readonly (readonly [string, string])[] = [
  ["introspection", getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true })],
  [
    "aliases, fragments and directives",
    "query { a: footprints(first: 2) { ...F } b: footprints(first: 1) { ...F @skip(if: false) } } fragment F on FootprintConnection { totalCount nodes { __typename name @include(if: true) code @skip(if: true) } }",
  ],
  [
    "a union",
    '{ search(text: "Hampshire") { __typename ... on Footprint { code name } ... on Authority { name type } ... on Member { name } } }',
  ],
  [
    "boundaries",
    "{ footprints(first: 2) { nodes { boundary(detail: LOW) overlaps { thicknessM boundary(detail: LOW) } } } }",
  ],
  [
    "enums, lists and null",
    '{ authority(code: "E10000014") { tiers type bbox footprintCount } none: footprint(code: "E54000999") { name } }',
  ],
  ["a field that is refused beside one that is not", "{ editions { id } footprints(first: -1) { totalCount } }"],
  ["a refused field in a nullable place", '{ footprint(code: "wrong") { name } edition { id } }'],
];

let service: GraphqlService;
let data: DatasetSnapshot;

beforeAll(async () => {
  service = await startGraphql("test", () => {});
  data = await openSnapshot(openRealStore());
}, BUILD_TIMEOUT_MS);

afterAll(async () => {
  await service.apollo.stop();
  await data.close();
});

/** What Apollo Server answers by itself. */
async function answerByApollo(apollo: ApolloServer<ExecutionContext>, query: string): Promise<unknown> {
  const contextValue = { ...data.context, scheduler: service.scheduler, startedMs: performance.now(), blockedMs: 0 };
  const { body } = await apollo.executeOperation({ query }, { contextValue });
  if (body.kind !== "single") throw new Error("an answer in parts");
  return JSON.parse(JSON.stringify(body.singleResult));
}

test.each([...operations, ...OTHERS])(
  "%s: the quick answer is Apollo Server's, at first and when compiled",
  async (_name, query) => {
    const expected = await answerByApollo(service.apollo, query);

    for (let time = 0; time < 7; time++) {
      const parameters = { query, operationName: undefined, variables: { time }, extensions: {} };
      const asked = { key: String(time), type: "application/json", isCacheable: false } as const;
      const answer = await tryFastPath(parameters, asked, { service, data });
      expect(JSON.parse(answer?.body.plain.toString() ?? "null")).toEqual(expected);
    }
  },
);
