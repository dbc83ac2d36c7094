import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readEdition } from "../../../src/edition/read-edition.js";
import { ImportError } from "../../../src/import/import-error.js";
import { largestRemainder } from "../../../src/import/population/areal-interpolation.js";
import { measureEdition } from "../../../src/pipeline/build-edition.js";
import {
  AUTHORITIES,
  collectionText,
  FOOTPRINTS,
  polygonFeature,
  squareRing,
  temporaryFolderWith,
} from "../../support/draw-files.js";
import { importLayers } from "../../support/import-layers.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The people of every overlap of the drawn layers, as `W m 50`, with weights of this file. */
async function peopleBy(file: string, content: string, crs: string | null = null) {
  const folder = temporaryFolderWith({ "f.geojson": FOOTPRINTS, "a.geojson": AUTHORITIES, [file]: content });
  folders.push(folder);
  const weights = { address: join(folder, file), code: null, name: null, crs, isSwapped: false };
  const layers = { footprints: join(folder, "f.geojson"), lower_tier: join(folder, "a.geojson") };
  const made = await importLayers(join(folder, "editions"), layers, { weights });
  const source = readEdition(made.folder);
  const { overlaps } = measureEdition(source).facts;
  const people = overlaps.map(
    ({ footprintCode, authorityCode, population }) => `${footprintCode} ${authorityCode} ${population}`,
  );
  return {
    people: people.sort(),
    notes: made.notes.join(" "),
    basis: source.edition.populationBasis,
    folder: made.folder,
  };
}

describe("people of an import", () => {
  it("count where the points of a table lie", async () => {
    const { people, notes } = await peopleBy(
      "p.csv",
      'id,lon,lat,population\na,-1.5,52.5,7\nb,-1.5,51.5,20\nc,-0.5,51.5,"1,000"\nd,-0.5,50.5,3\n',
    );

    expect(people).toEqual(["E m 1000", "E s 3", "W m 20", "W n 7"]);
    expect(notes).toContain("1030 people at the 4 points");
  });

  it("are taken from eastings and northings too", async () => {
    // 51.5 N, 1.5 W and 51.5 N, 0.5 W on the British National Grid, to the kilometre.
    const { people } = await peopleBy("p.csv", "easting,northing,people\n434800,177900,20\n504200,180000,30\n");

    expect(people).toEqual(["E m 30", "E s 0", "W m 20", "W n 0"]);
  });

  it("of polygons are spread by area over the pieces that the borders cut them into, and it is said so", async () => {
    // Three quarters of the square lie west of the border, all of it in Middle.
    const { people, notes, basis } = await peopleBy(
      "p.geojson",
      collectionText({ ...polygonFeature("x", [squareRing(-1.375, 51.25, 0.5)]), properties: { population: 101 } }),
    );

    expect(people).toEqual(["E m 25", "E s 0", "W m 76", "W n 0"]);
    expect(notes).toContain("spread by area");
    expect(basis).toContain("spread by area");
  });

  it("of a polygon that no footprint holds are not lost to the authorities, nor to the total", async () => {
    const { folder } = await peopleBy(
      "p.geojson",
      collectionText({ ...polygonFeature("x", [squareRing(-2.5, 52.25, 1)]), properties: { population: 100 } }),
    );

    const blocks = readFileSync(join(folder, "blocks.csv"), "utf8").trim().split("\n").slice(1);
    expect(blocks.map((line) => Number(line.split(",")[3])).reduce((a, b) => a + b)).toBe(100);
  });

  it.each([
    ["a column of counts that is missing", "p.csv", "lon,lat\n-1,51\n", /there is no column for the count .*lon, lat/],
    [
      "a count that is not a number",
      "p.csv",
      "lon,lat,population\n-1,51,many\n",
      /row 2: the count is "many". Give a whole number/,
    ],
    [
      "a place that is not on Earth",
      "p.csv",
      "lon,lat,population\n-1,151,5\n",
      /row 2: the position -1, 151 is not on Earth/,
    ],
    [
      "polygons with half a person",
      "p.geojson",
      collectionText({ ...polygonFeature("x", [squareRing(-1, 51)]), properties: { population: 0.5 } }),
      /feature 1: the population is "0.5"/,
    ],
  ])("with %s are refused by row", async (_what, file, content, message) => {
    await expect(peopleBy(file, content)).rejects.toThrow(message);
    await expect(peopleBy(file, content)).rejects.toBeInstanceOf(ImportError);
  });
});

describe("sharing a whole number out", () => {
  it("gives whole numbers within one of the exact shares, that sum to it", () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (count, sizes) => {
        const shares = largestRemainder(count, sizes);
        const total = sizes.reduce((a, b) => a + b);

        expect(shares.reduce((a, b) => a + b)).toBe(count);
        for (const [i, share] of shares.entries())
          expect(Math.abs(share - (count * sizes[i]!) / total)).toBeLessThan(1 + 1e-6);
      }),
    );
  });
});
