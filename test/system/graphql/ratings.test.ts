import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

interface Cell {
  readonly verdict: string;
  readonly rating: string | null;
  readonly count: number;
  readonly footprints: readonly { readonly code: string }[];
}

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

test("the counts of 2017 give bounds beside the published totals", async () => {
  const { ratingCounts } = await api.ask<{ ratingCounts: unknown }>(
    "{ ratingCounts { rating sourced atMost published } }",
  );

  expect(ratingCounts).toEqual([
    { rating: "OUTSTANDING", sourced: 5, atMost: 5, published: 5 },
    { rating: "ADVANCED", sourced: 6, atMost: 32, published: 20 },
    { rating: "MAKING_PROGRESS", sourced: 2, atMost: 28, published: 14 },
    { rating: "NEEDS_MOST_IMPROVEMENT", sourced: 5, atMost: 5, published: 5 },
  ]);
});

test("every footprint stands in one cell of verdicts by ratings, the unknown in a column of its own", async () => {
  const { ratingsByVerdict } = await api.ask<{ ratingsByVerdict: Cell[] }>(
    "{ ratingsByVerdict { verdict rating count footprints { code } } }",
  );
  const sum = (cells: readonly Cell[]) => cells.reduce((total, { count }) => total + count, 0);
  const ofVerdict = (verdict: string) => sum(ratingsByVerdict.filter((cell) => cell.verdict === verdict));

  expect(new Set(ratingsByVerdict.flatMap(({ footprints }) => footprints.map(({ code }) => code))).size).toBe(44);
  expect(sum(ratingsByVerdict)).toBe(44);
  expect(["SAME_AS_ONE", "UNION_OF_WHOLE", "PART_OF_ONE", "CROSSES"].map(ofVerdict)).toEqual([3, 16, 3, 22]);
  expect(sum(ratingsByVerdict.filter(({ rating }) => rating === null))).toBe(44 - 18);
});

test("an edition without ratings has empty tables, so that editions can stand side by side", async () => {
  const query = `{ ratingCounts(edition: "icb-2024") { rating } ratingsByVerdict(edition: "icb-2024") { count } }`;

  expect(await api.ask(query)).toEqual({ ratingCounts: [], ratingsByVerdict: [] });
});

test.each(["ratingCounts", "ratingsByVerdict"])(
  "%s refuses an unknown measure, naming those there are",
  async (field) => {
    expect(await api.refusal(`{ ${field}(measure: "finance") { count: rating } }`)).toEqual({
      name: "UnknownMeasureError",
      message: 'there is no measure "finance"; there are overall, leadership',
    });
  },
);

test("footprints refuses a rating that is not on the scale, naming the scale", async () => {
  const { message } = await api.refusal(`{ footprints(rating: "Good") { totalCount } }`);

  expect(message).toBe(
    'there is no rating "Good"; there are OUTSTANDING, ADVANCED, MAKING_PROGRESS, NEEDS_MOST_IMPROVEMENT',
  );
});

test("a footprint's rating says what it rests on, or what it can still be", async () => {
  const { footprints } = await api.ask<{ footprints: { nodes: { code: string; rating: Record<string, unknown> }[] } }>(
    "{ footprints { nodes { code rating { status value possible scheme date } } } }",
  );
  const dashboard = { scheme: "NHS England STP progress dashboard, baseline view", date: "2017-07-21" };
  const notSourced = footprints.nodes.filter(({ rating }) => rating.status === "NOT_SOURCED");

  expect(footprints.nodes.find(({ code }) => code === "E54000009")?.rating).toEqual({
    status: "SOURCED",
    value: "OUTSTANDING",
    possible: ["OUTSTANDING"],
    ...dashboard,
  });
  // Five of five are named for the best and the worst rating, so only the two between are left.
  expect(notSourced).toHaveLength(26);
  for (const { rating } of notSourced) {
    expect(rating).toEqual({
      status: "NOT_SOURCED",
      value: null,
      possible: ["ADVANCED", "MAKING_PROGRESS"],
      ...dashboard,
    });
  }
});
