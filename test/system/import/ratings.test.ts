import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEdition } from "../../../src/edition/read-edition.js";
import { AUTHORITIES, FOOTPRINTS, temporaryFolderWith } from "../../support/draw-files.js";
import { importLayers } from "../../support/import-layers.js";
import { PROGRAM } from "../../support/program.js";

const folder = temporaryFolderWith({
  "f.geojson": FOOTPRINTS,
  "a.geojson": AUTHORITIES,
  "ratings.csv":
    "footprint,measure,rating,source\nWest,overall,GOOD,The inspectorate\nE,overall,POOR,The inspectorate\n",
  "more.csv": "footprint,measure,rating,source\nEast,overall,GOOD,The inspectorate\n",
  "unknown.csv": "footprint,measure,rating,source\nNowhere,overall,GOOD,The inspectorate\n",
  "claims.csv": "id,kind,subject,reported,statement,source\nm,FOOTPRINTS_OF_COUNCIL,m,2,Middle is in two,The Gazette\n",
});
afterAll(() => rmSync(folder, { recursive: true }));
const LAYERS = { footprints: join(folder, "f.geojson"), lower_tier: join(folder, "a.geojson") };

describe("an import with tables", () => {
  it("has the ratings, of footprints named by code or name, and the claims", async () => {
    const said = { ratings: join(folder, "ratings.csv"), claims: join(folder, "claims.csv") };

    const { folder: edition } = await importLayers(join(folder, "editions"), LAYERS, said);

    const { ratings, claims, edition: manifest } = readEdition(edition);
    expect(ratings.map(({ footprintCode, rating }) => `${footprintCode} ${rating}`).sort()).toEqual([
      "E POOR",
      "W GOOD",
    ]);
    expect(claims.map(({ statement }) => statement)).toEqual(["Middle is in two"]);
    expect(manifest.sources.map(({ title }) => title)).toContain("Ratings: ratings.csv");
  });

  it("is refused when a rating is of no footprint, and nothing is written", async () => {
    const said = { ratings: join(folder, "unknown.csv") };

    await expect(importLayers(join(folder, "others"), LAYERS, said)).rejects.toThrow(
      /^edition imported has 1 problem; .*\n {2}unknown.csv, row 2: "Nowhere"/,
    );
  });

  it("takes more ratings by the command line, into the folder that is named", async () => {
    const own = join(folder, "rated");
    await importLayers(own, LAYERS, { ratings: join(folder, "ratings.csv") });

    const { status, stdout } = spawnSync(
      process.execPath,
      [PROGRAM, "ratings", "imported", join(folder, "more.csv"), "--geodata", own],
      { encoding: "utf8" },
    );

    expect([status, stdout]).toEqual([0, "0 ratings added, 1 replaced, 1 kept\n"]);
    const { ratings } = readEdition(join(own, "imported"));
    expect(ratings.map(({ footprintCode, rating }) => `${footprintCode} ${rating}`).sort()).toEqual([
      "E GOOD",
      "W GOOD",
    ]);
  });

  it("says how kinds are called, under which licence, and with which tolerance", async () => {
    const said = {
      footprintKind: "police force",
      authorityKind: "county",
      toleranceM: 250,
      licence: "OGL",
      title: "Forces",
    };

    const { folder: edition } = await importLayers(join(folder, "kinds"), LAYERS, said);

    const manifest = JSON.parse(readFileSync(join(edition, "edition.json"), "utf8"));
    expect(manifest).toMatchObject({
      title: "Forces",
      footprintKind: "police force",
      authorityKind: "county",
      sliverToleranceM: 250,
    });
    expect(manifest.sources[0].licence).toBe("OGL");
  });
});
