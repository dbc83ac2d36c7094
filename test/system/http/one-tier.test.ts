import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../../src/pipeline/build.js";
import { openStore } from "../../../src/store/open-store.js";
import { box } from "../../support/box.js";
import { drawEdition } from "../../support/draw-edition.js";
import { type RealServer, startServerOver } from "../../support/real-server.js";
import { temporaryFolder } from "../../support/small-edition.js";

// Two footprints side by side; three police forces, the middle one in both. One tier, no members, codes of any kind:
//
//        +-----------+-----------+
//        | West      |      East |     a/b  W
//        |      +----+----+      |     ü?#%  middle
//        | a/b  |  ü?#%   | c d  |     "c d"  E
//        +------+----+----+------+

const ODD = "ü?#%";
let server: RealServer;

beforeAll(async () => {
  const folder = temporaryFolder();
  const geodataFolder = join(folder, "geodata");
  const layers = {
    footprints: [
      { code: "W/1", name: "West", boundary: box(0, 50, 0.2, 50.3) },
      { code: "E 1", name: "East", boundary: box(0.2, 50, 0.4, 50.3) },
    ],
    lower_tier: [
      { code: "a/b", name: "Avon", boundary: box(0, 50, 0.1, 50.3) },
      { code: ODD, name: "Middle", boundary: box(0.1, 50, 0.3, 50.3) },
      { code: "c d", name: "Cumber", boundary: box(0.3, 50, 0.4, 50.3) },
    ],
  };
  const blocks = [
    { lon: 0.05, lat: 50.1, people: 100 },
    { lon: 0.15, lat: 50.1, people: 30 },
    { lon: 0.25, lat: 50.1, people: 70 },
    { lon: 0.35, lat: 50.1, people: 100 },
  ];
  const manifest = { authorityKind: "police force", footprintKind: "region", notes: ["Drawn with a ruler."] };
  drawEdition(geodataFolder, { id: "forces", layers, blocks, manifest });
  drawEdition(geodataFolder, {
    id: "upper-only",
    layers: { footprints: layers.footprints, upper_tier: layers.lower_tier },
  });
  const storePath = join(folder, "built.sqlite");
  await build({ geodataFolder, storePath });
  server = await startServerOver(openStore(storePath));
});
afterAll(() => server.stop());

const IN_FORCES = 'edition: "forces"';

test("an edition says which tiers it has, what its authorities are called, and its notes", async () => {
  const { editions } = await server.ask<{ editions: unknown }>("{ editions { id tiers authorityKind notes } }");

  expect(editions).toEqual([
    { id: "forces", tiers: ["LOWER"], authorityKind: "police force", notes: ["Drawn with a ruler."] },
    { id: "upper-only", tiers: ["UPPER"], authorityKind: "council", notes: [] },
  ]);
});

describe("in an edition that has only a lower tier,", () => {
  test.each([
    ["spanningAuthorities", `{ spanningAuthorities(${IN_FORCES}) { authority { name } } }`, /"Middle"/],
    ["spanningSensitivity", `{ spanningSensitivity(${IN_FORCES}) { count } }`, /"count":1/],
    ["authorities", `{ authorities(${IN_FORCES}) { totalCount nodes { type tiers } } }`, /"totalCount":3.*OTHER/],
    ["overlaps", `{ overlaps(${IN_FORCES}) { totalCount } }`, /"totalCount":4/],
    ["footprints", `{ footprints(${IN_FORCES}, verdict: CROSSES) { totalCount } }`, /"totalCount":2/],
    ["scenario", `{ scenario(${IN_FORCES}) { councilsMoved populationMoved } }`, /1,"populationMoved":30/],
    ["agreement", "{ edition { agreement { spanningCount } } }", /"spanningCount":1/],
    ["coterminosity", `{ footprint(code: "W/1", ${IN_FORCES}) { coterminosity { tier } } }`, /"LOWER"/],
    ["overlaps of a footprint", `{ footprint(code: "W/1", ${IN_FORCES}) { overlaps { population } } }`, /100.*30/],
    ["ratingsByVerdict", `{ ratingsByVerdict(${IN_FORCES}) { count } }`, /\[\]/],
    ["claims", `{ claims(${IN_FORCES}) { id } }`, /\[\]/],
    ["search", `{ search(text: "middle", ${IN_FORCES}) { ... on Authority { name } } }`, /"Middle"/],
    ["dataQuality", `{ dataQuality(${IN_FORCES}) { checks { passed } } }`, /true/],
    [
      "at",
      `{ at(longitude: 0.15, latitude: 50.1, ${IN_FORCES}) { footprint { code } upperTier { code } lowerTier { name } member { code } } }`,
      /"upperTier":null,"lowerTier":\{"name":"Middle"\},"member":null/,
    ],
  ])("%s is answered by it where no tier is asked for, however often", async (_, query, answer) => {
    // A text that comes often is compiled, and an answer asked for twice is kept: neither may change it.
    for (let time = 0; time < 7; time++) expect(JSON.stringify(await server.ask(query))).toMatch(answer);
  });

  test.each([
    ["as a literal", `{ authorities(${IN_FORCES}, tier: null) { totalCount } }`, {}],
    ["as a variable", `query ($tier: Tier) { authorities(${IN_FORCES}, tier: $tier) { totalCount } }`, { tier: null }],
    [
      "as a variable that is not given",
      `query ($tier: Tier) { authorities(${IN_FORCES}, tier: $tier) { totalCount } }`,
      {},
    ],
  ])("null %s means the tier that is there", async (_, query, variables) => {
    expect(await server.ask(query, variables)).toEqual({ authorities: { totalCount: 3 } });
  });

  test.each([
    ["a literal", `{ authorities(${IN_FORCES}, tier: UPPER) { totalCount } }`, {}],
    ["a variable", `query ($tier: Tier) { scenario(${IN_FORCES}, tier: $tier) { councilsMoved } }`, { tier: "UPPER" }],
    ["a variable's default", `query ($tier: Tier = UPPER) { overlaps(${IN_FORCES}, tier: $tier) { totalCount } }`, {}],
    ["an argument of a field", `{ footprint(code: "W/1", ${IN_FORCES}) { overlaps(tier: UPPER) { areaKm2 } } }`, {}],
  ])("a tier it lacks, asked for by %s, is refused with those it has", async (_, query, variables) => {
    const { json } = await server.answer(query, variables);

    expect(json?.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    expect(json?.errors?.[0]?.message).toBe('edition "forces" has no tier UPPER; it has LOWER');
  });

  test("a polygon cannot be measured against a layer it lacks, and is told which there are", async () => {
    const geometry = box(0.05, 50.1, 0.15, 50.2);
    const query = `query ($geometry: GeoJSONGeometry!, $layer: Layer!) {
      overlapWith(geometry: $geometry, layer: $layer, ${IN_FORCES}) { name } }`;
    const refused = await server.answer(query, { geometry, layer: "MEMBERS" });

    expect(refused.json?.errors?.[0]?.message).toBe(
      'edition "forces" has no layer MEMBERS; it has FOOTPRINTS, LOWER_TIER',
    );
    expect(await server.ask(query, { geometry, layer: "LOWER_TIER" })).toEqual({
      overlapWith: [{ name: "Avon" }, { name: "Middle" }],
    });
  });

  test("sentences speak of police forces", async () => {
    const { footprint } = await server.ask<{ footprint: { coterminosity: { summary: string } } }>(
      `{ footprint(code: "W/1", ${IN_FORCES}) { coterminosity { summary } } }`,
    );

    expect(footprint.coterminosity.summary).toMatch(
      /^The West region crosses the boundaries of police forces: it holds the whole of Avon, and part of Middle/,
    );
    expect(footprint.coterminosity.summary).not.toContain("council");
  });

  test("a code that cannot be one is refused in the words of the edition", async () => {
    const { json } = await server.answer(`{ authority(code: " x", ${IN_FORCES}) { name } }`);

    expect(json?.errors?.[0]?.message).toBe(
      '" x" is not a police force code; expected 1 to 64 visible characters, without a blank at either end',
    );
  });

  test("maps have the layers that there are, and say so of the others", async () => {
    expect((await server.request("/maps/forces/lower-tier.geojson")).status).toBe(200);
    expect((await server.request("/maps/forces/all.topojson")).status).toBe(200);
    expect((await server.request("/maps/forces/borders.csv")).status).toBe(200);
    const { status, text } = await server.request("/maps/forces/upper-tier.geojson");

    expect(status).toBe(404);
    expect(text).toContain("it has footprints, lower-tier, overlaps, borders, scenario");
  });

  test("tiles are drawn", async () => {
    const { status, text } = await server.request("/tiles/forces.json");

    expect(status).toBe(200);
    expect(JSON.parse(text).vector_layers.map(({ id }: { id: string }) => id)).toEqual([
      "footprints",
      "lower_tier",
      "overlaps",
      "borders",
    ]);
    expect((await server.request("/tiles/forces/8/128/86.mvt")).status).toBe(200);
  });

  test("OGC API - Features finds each by its code, whatever characters that has", async () => {
    const { text } = await server.request("/ogc/collections/forces-lower-tier/items");
    const ids = JSON.parse(text).features.map(({ id }: { id: string }) => id);
    const found = await server.request(`/ogc/collections/forces-lower-tier/items/${encodeURIComponent(ODD)}`);

    expect(ids).toEqual(["a/b", "c d", ODD]);
    expect(JSON.parse(found.text).properties.name).toBe("Middle");
    expect((await server.request("/ogc/collections/forces-upper-tier")).status).toBe(404);
  });

  test("an overlap's shape is found though codes have blanks and slashes", async () => {
    const { overlaps } = await server.ask<{ overlaps: { nodes: { boundary: { type: string } }[] } }>(
      `{ overlaps(${IN_FORCES}, footprint: "E 1") { nodes { boundary } } }`,
    );

    expect(overlaps.nodes.map(({ boundary }) => boundary.type)).toEqual(["Polygon", "Polygon"]);
  });
});

test("an edition that has only an upper tier is answered by that", async () => {
  const { authorities } = await server.ask<{ authorities: unknown }>(
    '{ authorities(edition: "upper-only") { nodes { tiers } } }',
  );

  expect(authorities).toEqual({ nodes: [{ tiers: ["UPPER"] }, { tiers: ["UPPER"] }, { tiers: ["UPPER"] }] });
});
