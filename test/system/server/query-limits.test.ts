import { readdirSync, readFileSync } from "node:fs";
import { getIntrospectionQuery, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatasetSnapshot, openSnapshot } from "../../../src/server/dataset/dataset-snapshot.js";
import { type GraphqlService, startGraphql } from "../../../src/server/graphql/graphql-service.js";
import { LIMITS } from "../../../src/server/graphql/limits/limits.js";
import { jsonNesting, queryShape, tokenCount } from "../../../src/server/graphql/limits/query-limits.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../../support/real-store.js";

const OPERATIONS = new URL("../../../schema/operations/", import.meta.url);
const operations = readdirSync(OPERATIONS).map(
  (name) => [name, readFileSync(new URL(name, OPERATIONS), "utf8")] as const,
);

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

function figures(query: string) {
  const operation = service.documents(query)?.operation(undefined);
  return {
    jsonNesting: jsonNesting(JSON.stringify({ query })),
    bodyBytes: Buffer.byteLength(JSON.stringify({ query })),
    tokens: tokenCount(query).tokens,
    ...queryShape(parse(query)),
    cost: operation?.cost({}, data.statistics) ?? Number.NaN,
  };
}

test.each(operations)("%s takes less than half of every limit", (_name, query) => {
  const taken = figures(query);

  for (const [limit, figure] of Object.entries(taken)) {
    expect({ limit, isUnderHalf: figure < LIMITS[limit as keyof typeof taken] / 2 }, `${limit}: ${figure}`).toEqual({
      limit,
      isUnderHalf: true,
    });
  }
});

test("asking for the whole schema, as GraphiQL does, is within every limit", () => {
  const taken = figures(
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );

  for (const [limit, figure] of Object.entries(taken)) {
    expect(figure, limit).toBeLessThanOrEqual(LIMITS[limit as keyof typeof taken]);
  }
});

test("fragments are counted wherever they are spread", () => {
  const document = parse("{ ...A ...A } fragment A on Query { editions { ...B } } fragment B on Edition { id title }");

  expect(queryShape(document)).toEqual({ depth: 2, fields: 6, rootFields: 2, aliases: 0, directives: 0 });
});

test("a fragment that spreads itself ends the counting", () => {
  const document = parse("{ ...A } fragment A on Query { editions { id } ...A }");

  expect(queryShape(document).fields).toBe(2);
});

test("a list costs what its first asks for", () => {
  const cost = (first: number) =>
    service
      .documents(`{ footprints(first: ${first}) { nodes { name } } }`)
      ?.operation(undefined)
      ?.cost({}, data.statistics) ?? 0;

  expect(cost(20) - cost(10)).toBe(cost(30) - cost(20));
  expect(cost(20)).toBeGreaterThan(cost(10));
});

test("a boundary costs by its detail", () => {
  const cost = (detail: string) =>
    service
      .documents(`{ footprints { nodes { boundary(detail: ${detail}) } } }`)
      ?.operation(undefined)
      ?.cost({}, data.statistics) ?? 0;

  expect(cost("LOW")).toBeLessThan(cost("MEDIUM"));
  expect(cost("MEDIUM")).toBeLessThan(cost("FULL"));
});
