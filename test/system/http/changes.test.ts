import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../../src/pipeline/build.js";
import { openStore } from "../../../src/store/open-store.js";
import { box } from "../../support/box.js";
import { drawEdition } from "../../support/draw-edition.js";
import { type RealServer, startServerOver } from "../../support/real-server.js";
import { temporaryFolder } from "../../support/small-edition.js";

// A row of squares a tenth of a degree wide, what they were and what they became. Later two people live in each; before,
// fourteen did.
//
//            0    1    2    3    4    5    6    7    8    9    10   11
//   before | A  | B  | C1 | C2 | D       | E  | F  | H  |         | R  |
//   after  | A  | X  | M       | S  | T  | E| F    | H' | R  |
//
// F took the eastern half of E, and the code R went to another place.

const SOUTH = 50;
const NORTH = 50.1;
const square = (from: number, to = from + 1) => box(from / 10, SOUTH, to / 10, NORTH);

const BEFORE = [
  { code: "A", name: "Ash", boundary: square(0) },
  { code: "B", name: "Beech", boundary: square(1) },
  { code: "C1", name: "Cedar", boundary: square(2) },
  { code: "C2", name: "Cherry", boundary: square(3) },
  { code: "D", name: "Dogwood", boundary: square(4, 6) },
  { code: "E", name: "Elm", boundary: square(6) },
  { code: "F", name: "Fir", boundary: square(7) },
  { code: "H", name: "Hazel", boundary: square(8) },
  { code: "R", name: "Rowan", boundary: square(11) },
];
const AFTER = [
  { code: "A", name: "Ash", boundary: square(0) },
  { code: "X", name: "Beech", boundary: square(1) },
  { code: "M", name: "Cedar and Cherry", boundary: square(2, 4) },
  { code: "S", name: "West Dogwood", boundary: square(4) },
  { code: "T", name: "East Dogwood", boundary: square(5) },
  { code: "E", name: "Elm", boundary: square(6, 6.5) },
  { code: "F", name: "Fir", boundary: square(6.5, 8) },
  { code: "H", name: "Witch Hazel", boundary: square(8) },
  { code: "R", name: "Rose", boundary: square(9) },
];

interface Change {
  readonly kind: string;
  readonly before: readonly { readonly code: string }[];
  readonly after: readonly { readonly code: string }[];
  readonly populationMoved: number | null;
  readonly codesReused: readonly { readonly code: string }[];
  readonly summary: string;
}

let server: RealServer;

beforeAll(async () => {
  const folder = temporaryFolder();
  const authority = [{ code: "ALL", boundary: square(0, 12) }];
  const people = (each: number) =>
    Array.from({ length: 24 }, (_, i) => ({ lon: 0.025 + i / 20, lat: 50.05, people: each }));
  const geodataFolder = join(folder, "geodata");
  const layers = (footprints: typeof BEFORE) => ({ footprints, upper_tier: authority });
  drawEdition(geodataFolder, { id: "old", layers: layers(BEFORE), blocks: people(7) });
  drawEdition(geodataFolder, {
    id: "new",
    layers: layers(AFTER),
    blocks: people(1),
    manifest: { date: "2021-01-01", sliverToleranceM: 250 },
  });
  const storePath = join(folder, "built.sqlite");
  await build({ geodataFolder, storePath });
  server = await startServerOver(openStore(storePath));
});
afterAll(() => server.stop());

async function changes(from: string, to: string): Promise<readonly Change[]> {
  const answer = await server.ask<{ changes: { areas: { nodes: Change[] } } }>(
    `query ($from: ID!, $to: ID!) { changes(from: $from, to: $to, layer: FOOTPRINTS) { areas { nodes {
       kind before { code } after { code } populationMoved codesReused { code } summary } } } }`,
    { from, to },
  );
  return answer.changes.areas.nodes;
}

const codes = (areas: readonly { readonly code: string }[]) => areas.map(({ code }) => code).join("+");
const summarise = (list: readonly Change[]) =>
  list.map(({ kind, before, after, populationMoved }) => [kind, codes(before), codes(after), populationMoved]);

describe("what changed", () => {
  test("is told by where areas lie: with the people who moved, by the later edition's count", async () => {
    expect(summarise(await changes("old", "new"))).toEqual([
      ["MERGED", "C1+C2", "M", 2],
      ["SPLIT", "D", "S+T", 2],
      ["REDRAWN", "E", "E", 0],
      ["REDRAWN", "E+F", "F", 1],
      ["NEW", "", "R", 0],
      ["GONE", "R", "", 0],
      ["RECODED", "B", "X", 0],
      ["RENAMED", "H", "H", 0],
      ["UNCHANGED", "A", "A", 0],
    ]);
  });

  test("backwards is the same turned round: what was merged was split", async () => {
    const back = summarise(await changes("new", "old"));

    expect(back).toContainEqual(["SPLIT", "M", "C1+C2", 14]);
    expect(back).toContainEqual(["MERGED", "S+T", "D", 14]);
    expect(back).toContainEqual(["RECODED", "X", "B", 0]);
  });

  test("from an edition to itself is nothing", async () => {
    expect(new Set((await changes("new", "new")).map(({ kind }) => kind))).toEqual(new Set(["UNCHANGED"]));
  });

  test("a code that another area had before is told apart", async () => {
    const reused = (await changes("old", "new")).filter(({ codesReused }) => codesReused.length > 0);

    expect(reused.map(({ after, codesReused }) => [codes(after), codes(codesReused)])).toEqual([["R", "R"]]);
    expect(reused[0]?.summary).toBe("Rose lies where there was no area before. Another area had the code R before.");
  });

  test("is said in sentences", async () => {
    expect((await changes("old", "new")).map(({ summary }) => summary)).toEqual([
      "Cedar and Cherry were merged into Cedar and Cherry.",
      "Dogwood was split into West Dogwood and East Dogwood.",
      "Elm was redrawn: it is made of 50% of the land of Elm (1 person).",
      "Fir was redrawn: it is made of 100% of the land of Fir (2 people) and 50% of the land of Elm (1 person).",
      "Rose lies where there was no area before. Another area had the code R before.",
      "Rowan lies where there is no area now.",
      "Beech has the code X instead of B; its boundary is the same.",
      "Hazel is now called Witch Hazel; its boundary is the same.",
      "Ash is unchanged.",
    ]);
  });

  test("is measured to the coarser tolerance, and counted by kind", async () => {
    const { changes: found } = await server.ask<{ changes: unknown }>(
      '{ changes(from: "old", to: "new", layer: FOOTPRINTS) { toleranceM populationMoved counts { kind count } } }',
    );

    expect(found).toMatchObject({ toleranceM: 250, populationMoved: 5 });
    expect(found).toMatchObject({ counts: expect.arrayContaining([{ kind: "REDRAWN", count: 2 }]) });
  });

  test("can be asked by kind and page by page", async () => {
    const page = (after: string | null) =>
      server.ask<{ changes: { areas: { nodes: Change[]; totalCount: number; pageInfo: { endCursor: string } } } }>(
        `query ($after: String) { changes(from: "old", to: "new", layer: FOOTPRINTS) {
           areas(kinds: [REDRAWN], first: 1, after: $after) { totalCount nodes { after { code } } pageInfo { endCursor } } } }`,
        { after },
      );

    const first = (await page(null)).changes.areas;
    const second = (await page(first.pageInfo.endCursor)).changes.areas;

    expect(first.totalCount).toBe(2);
    expect([first.nodes, second.nodes]).toEqual([[{ after: [{ code: "E" }] }], [{ after: [{ code: "F" }] }]]);
  });

  test.each([
    ["an edition that is not there", '(from: "old", to: "newer", layer: FOOTPRINTS)', /no edition "newer"; there are/],
    ["a layer that one lacks", '(from: "old", to: "new", layer: MEMBERS)', /no layer MEMBERS; it has FOOTPRINTS/],
  ])("is refused for %s", async (_, parameters, message) => {
    const { json } = await server.answer(`{ changes${parameters} { toleranceM } }`);

    expect(json?.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    expect(json?.errors?.[0]?.message).toMatch(message);
  });
});
