import { execFile } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORT_PEAK_RSS } from "../../../bench/large/peak-memory.js";
import { LIMITS } from "../../../src/server/graphql/limits/limits.js";
import { openStore } from "../../../src/store/open-store.js";
import { type CountryStore, countryStore } from "../../support/country-store.js";
import { temporaryFolderWith } from "../../support/draw-files.js";
import { HAS_INPUT_FILES, INPUT_FOLDER, NEEDS_INPUT_FILES } from "../../support/input-files.js";
import { PROGRAM } from "../../support/program.js";
import { type RealServer, startServerOver } from "../../support/real-server.js";
import { realStorePath } from "../../support/real-store.js";

const IS_LONG = process.env.COTERMINOUS_LONG_TESTS === "1";
const folder = temporaryFolderWith({});
afterAll(() => rmSync(folder, { recursive: true }));

/** What people ask first of an edition of any size, each a question that its limits must let through. */
const QUESTIONS = (edition: string, footprint: string) => ({
  page: `{ authorities(edition: "${edition}", tier: LOWER) { totalCount nodes { code name areaKm2 footprintCount } pageInfo { endCursor } } }`,
  spanning: `{ spanningAuthorities(edition: "${edition}", tier: LOWER, weight: AREA) { authority { code } } }`,
  fits: `{ footprints(edition: "${edition}") { nodes { code coterminosity(tier: LOWER) { verdict agreementArea } } } }`,
  one: `{ footprint(edition: "${edition}", code: "${footprint}") { overlaps(tier: LOWER) { authority { code } areaKm2 } } }`,
  redrawn: `{ scenario(edition: "${edition}", tier: LOWER, weight: AREA) { councilsMoved } }`,
  found: `{ search(edition: "${edition}", text: "00042") { __typename } }`,
});

interface Answers {
  readonly page: { readonly authorities: { readonly totalCount: number; readonly nodes: readonly object[] } };
  readonly spanning: { readonly spanningAuthorities: readonly object[] };
  readonly fits: { readonly footprints: { readonly nodes: readonly { readonly coterminosity: object }[] } };
  readonly one: { readonly footprint: { readonly overlaps: readonly object[] } };
  readonly redrawn: { readonly scenario: { readonly councilsMoved: number } };
}

async function answers(server: RealServer, edition: string, footprint: string): Promise<Answers> {
  const asked = Object.entries(QUESTIONS(edition, footprint)).map(async ([name, query]) => [
    name,
    await server.ask(query),
  ]);
  return Object.fromEntries(await Promise.all(asked));
}

describe("a made-up country of 2,500 authorities in 16 footprints", () => {
  let country: CountryStore;
  let server: RealServer;
  beforeAll(async () => {
    country = await countryStore({ side: 50, footprintSide: 4, between: 6 });
    server = await startServerOver(openStore(country.path));
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    country.remove();
  });

  it("is imported, built and asked: every authority lies whole in one footprint", async () => {
    const { page, spanning, fits, one, redrawn } = await answers(server, "imported", "F001");

    expect(page.authorities.totalCount).toBe(2_500);
    expect(page.authorities.nodes).toHaveLength(500);
    expect(spanning.spanningAuthorities).toEqual([]);
    expect(fits.footprints.nodes).toHaveLength(16);
    for (const { coterminosity } of fits.footprints.nodes) {
      expect(coterminosity).toEqual({ verdict: "UNION_OF_WHOLE", agreementArea: 1 });
    }
    expect(one.footprint.overlaps).toHaveLength(169);
    expect(redrawn.scenario.councilsMoved).toBe(0);
  });

  it("has tiles that draw its authorities only where they can be seen, and says so", async () => {
    const { json } = await server.request("/tiles/imported.json");
    const { vector_layers: layers } = json as unknown as { vector_layers: { id: string; minzoom: number }[] };

    expect(Object.fromEntries(layers.map(({ id, minzoom }) => [id, minzoom]))).toEqual({
      footprints: 0,
      lower_tier: 6, // where the mean authority is ten pixels wide
      overlaps: 6,
      borders: 0,
    });
  });

  it("is refused what would list all of it", async () => {
    const { json } = await server.answer(
      "{ footprints { nodes { overlaps(tier: LOWER) { authority { overlaps { footprint { overlaps(tier: LOWER) { areaKm2 } } } } } } } }",
    );

    expect(json?.errors?.[0]?.message).toContain(`at most ${LIMITS.cost.toLocaleString("en-GB")} are allowed`);
  });
});

describe.skipIf(!HAS_INPUT_FILES || !IS_LONG)(
  `England's 32,844 small areas as authorities (${NEEDS_INPUT_FILES}; some minutes, with COTERMINOUS_LONG_TESTS=1)`,
  () => {
    it("are imported, built and served in less than 2 GB", { timeout: 600_000 }, async () => {
      const storePath = join(folder, "england.sqlite");
      copyFileSync(realStorePath(), storePath);
      const own = join(folder, "england");
      const shipped = fileURLToPath(new URL("../../../geodata/stp-2017/boundaries.topojson", import.meta.url));
      const { stderr } = await promisify(execFile)(
        process.execPath,
        [
          ...["--import", REPORT_PEAK_RSS, PROGRAM, "import", "england"],
          ...["--footprints", `${shipped}#footprints`, "--lower", `${INPUT_FOLDER}2017/lsoa-2011.topojson`],
          ...["--geodata", own],
        ],
        { env: { ...process.env, COTERMINOUS_STORE: storePath } },
      );

      expect(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(2_000);

      const server = await startServerOver(openStore(storePath));
      try {
        const { page, spanning, fits, redrawn } = await answers(server, "england", "E54000005");

        expect(page.authorities.totalCount).toBe(32_844);
        expect(spanning.spanningAuthorities).toEqual([]);
        expect(fits.footprints.nodes).toHaveLength(44);
        expect(redrawn.scenario.councilsMoved).toBe(0);
      } finally {
        await server.stop();
      }
    });
  },
);
