import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_INPUT_FILES, INPUT_FOLDER, NEEDS_INPUT_FILES } from "../../support/input-files.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

interface Piece {
  readonly before: { readonly code: string };
  readonly after: { readonly code: string };
  readonly population: number;
}

interface Changes {
  readonly populationMoved: number;
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly areas: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly before: readonly { readonly name: string }[];
      readonly after: readonly { readonly name: string }[];
      readonly pieces: readonly Piece[];
    }[];
  };
}

const QUERY = `query ($layer: Layer!) {
  changes(from: "stp-2017", to: "icb-2024", layer: $layer) {
    populationMoved
    counts { kind count }
    areas { nodes { kind before { name } after { name } pieces { before { code } after { code } population } } }
  }
}`;

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

async function changes(layer: "FOOTPRINTS" | "LOWER_TIER"): Promise<Changes> {
  return (await server.ask<{ changes: Changes }>(QUERY, { layer })).changes;
}

test("of 44 partnerships and 42 boards every one stands in a change, and the counts add up", async () => {
  const { counts, areas } = await changes("FOOTPRINTS");
  const count = (kind: string) => counts.find((known) => known.kind === kind)?.count;

  expect(new Set(areas.nodes.flatMap(({ before }) => before.map(({ name }) => name)))).toHaveLength(44);
  expect(new Set(areas.nodes.flatMap(({ after }) => after.map(({ name }) => name)))).toHaveLength(42);
  expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(areas.nodes.length);
  expect([count("NEW"), count("GONE")]).toEqual([0, 0]);
});

test("three partnerships of the North East and Cumbria became one board, which gave up Hambleton, Richmondshire and Whitby", async () => {
  const { areas } = await changes("FOOTPRINTS");
  const northEast = areas.nodes.find(({ after }) => after[0]?.name.startsWith("NHS North East and North Cumbria"));

  expect(northEast?.kind).toBe("REDRAWN");
  expect(northEast?.before.map(({ name }) => name).toSorted()).toEqual([
    "Durham, Darlington, Teesside, Hambleton, Richmondshire and Whitby",
    "Northumberland, Tyne and Wear and North Durham",
    "West, North and East Cumbria",
  ]);
});

// The reorganisations of English local government from 2019 to 2023 by which whole districts became one council.
const MERGED_INTO = [
  "Bournemouth, Christchurch and Poole",
  "Buckinghamshire",
  "Cumberland",
  "Dorset",
  "East Suffolk",
  "North Northamptonshire",
  "North Yorkshire",
  "Somerset",
  "West Northamptonshire",
  "West Suffolk",
  "Westmorland and Furness",
];

test("districts merged where local government was reorganised, and nowhere else", async () => {
  const { areas } = await changes("LOWER_TIER");
  const merged = areas.nodes.filter(({ kind }) => kind === "MERGED").map(({ after }) => after[0]?.name);

  expect(merged.toSorted()).toEqual(MERGED_INTO);
  expect(areas.nodes.filter(({ kind }) => kind === "REDRAWN")).toEqual([]);
});

describe.skipIf(!HAS_INPUT_FILES)(`beside the look-ups of both years (${NEEDS_INPUT_FILES})`, () => {
  // Most small areas kept their code from 2011 to 2021: joined by it, without any geometry, the two look-ups say which
  // partnership became part of which board, and for how many people at least.
  function joinByCode(): ReadonlyMap<string, number> {
    const earlier = new Map(rows("2017/lsoa-2011.csv").map((row) => [row.lsoa_code, row.footprint_code]));
    const people = new Map<string, number>();
    for (const { lsoa_code, footprint_code, population } of rows("2024/lsoa-2021.csv")) {
      const before = earlier.get(lsoa_code);
      if (before === undefined) continue;
      const pair = `${before} ${footprint_code}`;
      people.set(pair, (people.get(pair) ?? 0) + Number(population));
    }
    return people;
  }

  test("the same partnerships became parts of the same boards, and nearly as many people with them", async () => {
    const { areas } = await changes("FOOTPRINTS");
    const pieces = areas.nodes.flatMap((change) => change.pieces);
    const joined = joinByCode();

    expect(pieces.map(({ before, after }) => `${before.code} ${after.code}`).toSorted()).toEqual(
      [...joined.keys()].toSorted(),
    );
    for (const { before, after, population } of pieces) {
      const known = joined.get(`${before.code} ${after.code}`) ?? 0;
      expect(known).toBeLessThanOrEqual(population);
      expect(known).toBeGreaterThan(0.8 * population);
    }
  });
});

interface Row {
  readonly lsoa_code: string;
  readonly footprint_code: string;
  readonly population: string;
}

function rows(path: string): readonly Row[] {
  return parse(readFileSync(join(INPUT_FOLDER, path)), { columns: true }) as Row[];
}
