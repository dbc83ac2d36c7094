import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCatalog } from "../../../src/api/context.js";
import type { EditionId } from "../../../src/model/code.js";
import type { Facts } from "../../../src/model/facts.js";
import { type GraphqlService, startGraphql } from "../../../src/server/graphql/graphql-service.js";
import { type DatasetStatistics, datasetStatistics } from "../../../src/server/graphql/limits/edition-statistics.js";
import { LIMITS } from "../../../src/server/graphql/limits/limits.js";
import { box } from "../../support/box.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../../support/real-store.js";
import { type SmallOverlap, smallFacts } from "../../support/small-facts.js";

const AUTHORITIES = 32_844;
const FOOTPRINTS = 44;
const OPERATIONS = new URL("../../../schema/operations/", import.meta.url);
const operations = readdirSync(OPERATIONS).map(
  (name) => [name, readFileSync(new URL(name, OPERATIONS), "utf8")] as const,
);

let service: GraphqlService;
let shipped: DatasetStatistics;
let withLarge: DatasetStatistics;

beforeAll(async () => {
  service = await startGraphql("test", () => {});
  const store = openRealStore();
  const facts = await store.loadFacts();
  await store.close();
  shipped = datasetStatistics(createCatalog(facts));
  const editions = new Map([...facts.editions, ["large" as EditionId, largeFacts()]]);
  withLarge = datasetStatistics(createCatalog({ ...facts, editions } satisfies Facts));
}, BUILD_TIMEOUT_MS);

afterAll(() => service.apollo.stop());

/** Every authority whole in one footprint but ten, which lie in two. */
function largeFacts() {
  const footprint = (i: number) => `F${i % FOOTPRINTS}`;
  const pairs = Array.from({ length: AUTHORITIES }, (_, i): SmallOverlap[] => {
    const authority = `A${String(i).padStart(5, "0")}`;
    const whole = { footprint: footprint(i), authority };
    return i < 10 ? [whole, { footprint: footprint(i + 1), authority }] : [whole];
  });
  return smallFacts(pairs.flat());
}

function cost(query: string, size: DatasetStatistics, variables: Readonly<Record<string, unknown>> = {}): number {
  const operation = service.documents(query)?.operation(undefined);
  if (operation === undefined || operation === null) throw new Error(`not valid: ${query}`);
  return operation.cost(variables, size);
}

test.each(operations)("%s costs the same with a large edition beside those it asks", (_name, query) => {
  const own = cost(query, shipped);

  // A list of all editions has one more.
  const more = query.includes("editions {") ? own / 2 : 0;
  expect(cost(query, withLarge)).toBeGreaterThanOrEqual(own);
  expect(cost(query, withLarge)).toBeLessThanOrEqual(own + more);
});

test("a page of a large edition is allowed, and a list without an end is not", () => {
  const page = '{ authorities(edition: "large", tier: LOWER, first: 500) { nodes { code name areaKm2 } } }';
  const all =
    '{ footprints(edition: "large") { nodes { overlaps(tier: LOWER) { authority { code name areaKm2 } } } } }';

  expect(cost(page, withLarge)).toBeLessThan(LIMITS.cost);
  expect(cost(all, withLarge)).toBeGreaterThan(LIMITS.cost);
});

test("councils that span are counted, not all councils", () => {
  const spanning = '{ spanningAuthorities(edition: "large", tier: LOWER) { authority { code name } footprintCount } }';
  const all =
    '{ spanningAuthorities(edition: "large", tier: LOWER, minFootprints: 1) { authority { code name } footprintCount } }';

  expect(cost(spanning, withLarge)).toBeLessThan(LIMITS.cost / 2);
  expect(cost(all, withLarge)).toBeGreaterThan(LIMITS.cost);
});

test("an edition in a variable is priced by what the variable says, each time", () => {
  const query = "query ($edition: ID) { scenario(edition: $edition, tier: LOWER) { councilsMoved } }";

  const [small, large, left] = ["stp-2017", "large", undefined].map((edition) =>
    cost(query, withLarge, edition === undefined ? {} : { edition }),
  );

  expect(large).toBeGreaterThan(5 * (small ?? 0));
  expect(left).toBe(small);
});

test("an edition in a variable's default is priced", () => {
  const query = 'query ($edition: ID = "large") { scenario(edition: $edition, tier: LOWER) { councilsMoved } }';

  expect(cost(query, withLarge)).toBe(cost(query, withLarge, { edition: "large" }));
});

test("each field at the top is priced by its own edition, whichever comes first and in whatever fragment", () => {
  const one = (edition: string) => `{ overlaps(edition: "${edition}", first: 1) { totalCount } }`;
  const sum = cost(one("large"), withLarge) + cost(one("stp-2017"), withLarge);
  const large = 'a: overlaps(edition: "large", first: 1) { totalCount }';
  const small = 'b: overlaps(edition: "stp-2017", first: 1) { totalCount }';

  expect(cost(`{ ${large} ${small} }`, withLarge)).toBe(sum);
  expect(cost(`{ ${small} ${large} }`, withLarge)).toBe(sum);
  expect(cost(`{ ...L ... on Query { ${small} } } fragment L on Query { ${large} }`, withLarge)).toBe(sum);
});

test("what changed is priced by the larger of both editions, whichever is named first", () => {
  const costOfChanges = (from: string, to: string) =>
    cost(`{ changes(from: "${from}", to: "${to}", layer: LOWER_TIER) { counts { count } } }`, withLarge);

  expect(costOfChanges("large", "stp-2017")).toBe(costOfChanges("stp-2017", "large"));
  expect(costOfChanges("large", "stp-2017")).toBeGreaterThan(costOfChanges("icb-2024", "stp-2017"));
});

test("what changed among footprints is priced by footprints, and among a large layer is refused", () => {
  const costOfChanges = (layer: string) =>
    cost(`{ changes(from: "stp-2017", to: "large", layer: ${layer}) { counts { count } } }`, withLarge);

  expect(costOfChanges("FOOTPRINTS")).toBeLessThan(LIMITS.cost / 2);
  expect(costOfChanges("LOWER_TIER")).toBeGreaterThan(LIMITS.cost);
});

test("a list of editions is priced by the largest of them", () => {
  const query = "{ editions { agreement(tier: LOWER, weight: AREA) { vMeasure } } }";

  expect(cost(query, withLarge)).toBeGreaterThan(LIMITS.cost);
  expect(cost(query, shipped)).toBeLessThan(LIMITS.cost / 2);
});

test("questions that look through everything cannot be asked many times at once", () => {
  const many = (field: (i: number) => string) =>
    cost(`{ ${Array.from({ length: 20 }, (_, i) => `f${i}: ${field(i)}`).join(" ")} }`, withLarge);

  const search = many((i) => `search(edition: "large", text: "a${i}", first: 1) { __typename }`);
  const scenario = many(() => 'scenario(edition: "large", tier: LOWER) { councilsMoved }');
  const overlaps = many(() => 'overlaps(edition: "large", tier: LOWER, first: 1) { totalCount }');

  for (const asked of [search, scenario, overlaps]) expect(asked).toBeGreaterThan(LIMITS.cost);
});

test("a polygon is priced by the areas that it may meet", () => {
  const query = `query ($geometry: GeoJSONGeometry!) {
    overlapWith(geometry: $geometry, layer: LOWER_TIER) { code name areaKm2 shareOfGeometry shareOfArea }
  }`;

  const [town, country, nowhere] = [box(-1.5, 53.7, -1.4, 53.8), box(-7, 49, 2, 56), box(20, 40, 21, 41)].map(
    (geometry) => cost(query, shipped, { geometry }),
  );

  expect(nowhere).toBeLessThan(town ?? 0);
  expect(town).toBeLessThan(country ?? 0);
  expect((country ?? 0) - (nowhere ?? 0)).toBe(353 * 5);
});

test("a polygon with a variable in its midst is priced by what the variable says", () => {
  const query = `query ($position: [Float!]!) {
    overlapWith(
      geometry: { type: "Polygon", coordinates: [[[-1.5, 53.7], [-1.4, 53.7], $position, [-1.5, 53.7]]] }
      layer: LOWER_TIER
    ) { code }
  }`;

  expect(cost(query, shipped, { position: [1.5, 50.9] })).toBeGreaterThan(
    cost(query, shipped, { position: [-1.4, 53.8] }),
  );
});

test("a polygon whose positions are none is priced by all areas", () => {
  const query = `query ($geometry: GeoJSONGeometry!) { overlapWith(geometry: $geometry, layer: LOWER_TIER) { code } }`;
  const broken = { geometry: { type: "Polygon", coordinates: [[["a"], null]] } };

  expect(cost(query, shipped, broken)).toBe(15_000 + 353);
});
