import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PMTiles } from "pmtiles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportTiles } from "../../src/exports/export-tiles.js";
import { openRealStore } from "../support/real-store.js";
import { decodedTile } from "./decoded-tile.js";

const MOST_TILE_BYTES = 100_000;
const HAS_GDAL = hasCommand("ogrinfo");

let folder: string;
let pmtiles: PMTiles;
let counts: readonly number[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "coterminous-exports-"));
  const store = openRealStore();
  const reports = [
    await exportTiles(store, "stp-2017", join(folder, "stp-2017.pmtiles")),
    await exportTiles(store, "stp-2017", join(folder, "stp-2017.mbtiles")),
    await exportTiles(store, "icb-2024", join(folder, "icb-2024.mbtiles")),
  ];
  counts = reports.map(({ tileCount }) => tileCount);
  for (const { largestTileBytes } of reports) expect(largestTileBytes).toBeLessThan(MOST_TILE_BYTES);
  await store.close();
  pmtiles = new PMTiles(fileSource(join(folder, "stp-2017.pmtiles")));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("PMTiles, read by the pmtiles package", () => {
  test("the header gives zooms, bounds, kind and compression", async () => {
    const header = await pmtiles.getHeader();

    expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 12, tileType: 1, tileCompression: 2 });
    expect(header.clustered).toBe(true);
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat].map(Math.floor)).toEqual([-7, 49, 1, 55]);
    expect(header.numAddressedTiles).toBe(counts[0]);
  });

  test("the metadata names the layers and whom to thank", async () => {
    const metadata = (await pmtiles.getMetadata()) as { attribution: string; vector_layers: { id: string }[] };
    const layers = ["footprints", "upper_tier", "lower_tier", "members", "overlaps", "borders"];

    expect(metadata.attribution).toContain("Open Government Licence");
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual(layers);
  });

  test.each([
    [0, 0, 0],
    [5, 15, 10],
    [12, 2046, 1362], // the City of London
  ])("tile %i/%i/%i is there and reads", async (z, x, y) => {
    const tile = await pmtiles.getZxy(z, x, y);

    expect(decodedTile(new Uint8Array(tile!.data)).get("footprints")).not.toHaveLength(0);
  });

  test("where there is nothing there is no tile", async () => {
    expect(await pmtiles.getZxy(12, 0, 0)).toBeUndefined();
  });
});

describe.skipIf(!HAS_GDAL)("MBTiles, read by GDAL", () => {
  test.each([
    ["stp-2017", { footprints: 44, upper_tier: 152, lower_tier: 326, members: 207 }],
    ["icb-2024", { footprints: 42, upper_tier: 153, lower_tier: 296, members: 106 }],
  ])("%s has every area of every layer", (edition, expected) => {
    for (const [layer, count] of Object.entries(expected)) {
      // Tiles hold an area once for each of them: GDAL counts the codes.
      const sql = `select count(distinct code) as areas from ${layer}`;
      const out = ogrinfo(
        "-q",
        "-oo",
        "ZOOM_LEVEL=8",
        "-dialect",
        "SQLite",
        "-sql",
        sql,
        join(folder, `${edition}.mbtiles`),
      );

      expect(out).toMatch(new RegExp(`areas \\(Integer\\) = ${count}\\b`));
    }
  });

  test("the extent is England's, in metres of the web map", () => {
    const out = ogrinfo("-so", join(folder, "stp-2017.mbtiles"), "footprints");
    const [, minX, minY, maxX, maxY] = /Extent: \((.+), (.+)\) - \((.+), (.+)\)/.exec(out)!.map(Number);

    // 6.419 degrees west to 1.764 east, 49.865 to 55.811 north, as EPSG:3857 puts them.
    expect([minX, minY, maxX, maxY].map((metres) => Math.round(metres! / 1000))).toEqual([-715, 6423, 196, 7521]);
  });

  test("properties come with their types", () => {
    const out = ogrinfo("-so", join(folder, "stp-2017.mbtiles"), "footprints");

    for (const field of ["code: String", "name: String", "population: Real", "agreementArea: Real"]) {
      expect(out).toContain(field);
    }
  });
});

test("a name of another kind is refused with those that will do", async () => {
  const store = openRealStore();

  await expect(exportTiles(store, "stp-2017", "tiles.zip")).rejects.toThrow("it can end in .mbtiles or .pmtiles");
  await store.close();
});

test("an edition that is not there is refused with those that are", async () => {
  const store = openRealStore();

  await expect(exportTiles(store, "stp-1948", "tiles.pmtiles")).rejects.toThrow("there are stp-2017, icb-2024");
  await store.close();
});

function ogrinfo(...args: string[]): string {
  return execFileSync("ogrinfo", args, { encoding: "utf8" });
}

function hasCommand(name: string): boolean {
  try {
    execFileSync(name, ["--version"]);
    return true;
  } catch {
    return false;
  }
}

/** A file as the pmtiles package reads one: by ranges. */
function fileSource(path: string) {
  const file = readFileSync(path);
  return {
    getKey: () => path,
    getBytes: async (offset: number, length: number) => ({
      data: new Uint8Array(file.subarray(offset, offset + length)).buffer as ArrayBuffer,
    }),
  };
}
