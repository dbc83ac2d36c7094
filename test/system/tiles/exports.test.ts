import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PMTiles } from "pmtiles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXPORT_KINDS, exportName } from "../../../src/api/tiles/addresses.js";
import { exportTiles } from "../../../src/api/tiles/export-tiles.js";
import { MAX_ZOOM } from "../../../src/cartography/tile-pyramid.js";
import type { EditionId } from "../../../src/model/code.js";
import { type RunningServer, startServer } from "../../../src/server/server.js";
import { decodeTile } from "../../support/decode-tile.js";
import { gdalText, HAS_GDAL } from "../../support/gdal.js";
import { rawGet } from "../../support/raw-get.js";
import { openRealPyramid, PYRAMID_FOLDER } from "../../support/real-pyramid.js";
import { openRealStore, SHIPPED_EDITIONS } from "../../support/real-store.js";

// All zooms take most of a minute; the last ones are many more of the same.
const LAST_ZOOM = process.env.COTERMINOUS_LONG_TESTS === "1" ? MAX_ZOOM : 7;
const MAX_TILE_BYTES = 100_000;

let folder: string;
let server: RunningServer;
let dataVersion: string;
let tileCount: number;
const pathOf = (edition: string, kind: "pmtiles" | "mbtiles") =>
  join(folder, exportName(edition as EditionId, dataVersion, kind));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "coterminous-exports-"));
  const store = openRealStore();
  const zooms = openRealPyramid(store);
  dataVersion = (await store.loadFacts()).dataVersion;
  for (const edition of SHIPPED_EDITIONS.toReversed()) {
    const paths = EXPORT_KINDS.map((kind) => pathOf(edition, kind));
    const report = await exportTiles(store, edition, { ...zooms, paths, maxZoom: LAST_ZOOM });
    tileCount = report.tileCount;
    expect(report.largestTileBytes).toBeLessThan(MAX_TILE_BYTES);
  }
  const log = (message: string, error: unknown) => console.error(message, error);
  server = await startServer({
    store,
    webFolder: "",
    exportsFolder: folder,
    tileCacheDir: PYRAMID_FOLDER,
    port: 0,
    host: "127.0.0.1",
    log,
  });
}, 300_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("PMTiles, read by the pmtiles package from the server", () => {
  const archive = () => new PMTiles(`${server.address}/exports/stp-2017.pmtiles`);

  test("the header gives zooms, bounds, kind and compression", async () => {
    const header = await archive().getHeader();

    expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: LAST_ZOOM, tileType: 1, tileCompression: 2 });
    expect(header.clustered).toBe(true);
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat].map(Math.floor)).toEqual([-7, 49, 1, 55]);
    expect(header.numAddressedTiles).toBe(tileCount);
  });

  test("the metadata names the layers and whom to thank", async () => {
    const metadata = (await archive().getMetadata()) as { attribution: string; vector_layers: { id: string }[] };
    const layers = ["footprints", "upper_tier", "lower_tier", "members", "overlaps", "borders"];

    expect(metadata.attribution).toContain("Open Government Licence");
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual(layers);
  });

  test.each([
    [0, 0, 0],
    [5, 15, 10],
    [7, 63, 42], // London
  ])("tile %i/%i/%i is there and is the one that the server cuts", async (z, x, y) => {
    const tile = new Uint8Array((await archive().getZxy(z, x, y))!.data);
    const cut = await rawGet(`${server.address}/tiles/stp-2017/${z}/${x}/${y}.mvt`);

    expect(decodeTile(tile).get("footprints")).not.toHaveLength(0);
    expect(cut.body.equals(tile)).toBe(true);
  });

  test("where there is nothing there is no tile", async () => {
    expect(await archive().getZxy(7, 0, 0)).toBeUndefined();
  });
});

describe.skipIf(!HAS_GDAL)("MBTiles, read by GDAL", () => {
  test.each([
    ["stp-2017", { footprints: 44, upper_tier: 152, lower_tier: 326, members: 207 }],
    ["icb-2024", { footprints: 42, upper_tier: 153, lower_tier: 296, members: 106 }],
  ])("%s has every area of every layer", async (edition, expected) => {
    for (const [layer, count] of Object.entries(expected)) {
      // Tiles hold an area once for each of them: GDAL counts the codes.
      const sql = `select count(distinct code) as areas from ${layer}`;
      const out = await gdalText(
        "-q",
        "-oo",
        "ZOOM_LEVEL=6",
        "-dialect",
        "SQLite",
        "-sql",
        sql,
        pathOf(edition, "mbtiles"),
      );

      expect(out).toMatch(new RegExp(`areas \\(Integer\\) = ${count}\\b`));
    }
  });

  test("the extent is England's, in metres of the web map, and properties come with their types", async () => {
    const out = await gdalText("-so", pathOf("stp-2017", "mbtiles"), "footprints");
    const [, minX, minY, maxX, maxY] = /Extent: \((.+), (.+)\) - \((.+), (.+)\)/.exec(out)!.map(Number);

    // 6.419 degrees west to 1.764 east, 49.865 to 55.811 north, as EPSG:3857 puts them.
    expect([minX, minY, maxX, maxY].map((metres) => Math.round(metres! / 1000))).toEqual([-715, 6423, 196, 7521]);
    for (const field of ["code: String", "name: String", "population: Real", "agreementArea: Real"]) {
      expect(out).toContain(field);
    }
  });
});

describe.each(EXPORT_KINDS)("the .%s export over HTTP", (kind) => {
  const get = (headers: Readonly<Record<string, string>> = {}, method = "GET") =>
    rawGet(`${server.address}/exports/icb-2024.${kind}`, headers, method);
  const file = () => readFileSync(pathOf("icb-2024", kind));

  test("comes whole, with a strong tag and leave to ask for ranges", async () => {
    const { status, headers, body } = await get({ "accept-encoding": "gzip" });

    expect(status).toBe(200);
    expect(body.equals(file())).toBe(true);
    expect(headers).toMatchObject({ "accept-ranges": "bytes", "access-control-allow-origin": "*" });
    expect(headers.etag).toMatch(/^"[^"]+"$/);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["access-control-expose-headers"]).toContain("Content-Range");
  });

  test("comes in ranges: from here to there, from here on, and the end", async () => {
    const bytes = file();
    for (const [range, first, last] of [
      ["bytes=0-126", 0, 126],
      ["bytes=100-100", 100, 100],
      [`bytes=${bytes.length - 10}-`, bytes.length - 10, bytes.length - 1],
      ["bytes=-7", bytes.length - 7, bytes.length - 1],
      [`bytes=5-${bytes.length + 99}`, 5, bytes.length - 1],
    ] as const) {
      const { status, headers, body } = await get({ range });

      expect([status, headers["content-range"]]).toEqual([206, `bytes ${first}-${last}/${bytes.length}`]);
      expect(body.equals(bytes.subarray(first, last + 1))).toBe(true);
    }
  });

  test.each(["bytes=0-1,5-6", "bytes=9-3", "lines=0-1", "bytes=a-b", "bytes=-"])(
    "comes whole to %s, which is not one range of bytes",
    async (range) => {
      const { status, body } = await get({ range });

      expect([status, body.length]).toEqual([200, file().length]);
    },
  );

  test("says how long it is when a range begins after its end", async () => {
    const { length } = file();
    const { status, headers } = await get({ range: `bytes=${length}-` });

    expect([status, headers["content-range"]]).toEqual([416, `bytes */${length}`]);
    expect(headers["content-type"]).toBe("application/problem+json");
  });

  test("comes in ranges only of the file that the client has a part of", async () => {
    const { etag = "" } = (await get({}, "HEAD")).headers;

    expect((await get({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
    expect((await get({ range: "bytes=0-9", "if-range": '"another"' })).status).toBe(200);
    expect((await get({ range: "bytes=0-9", "if-range": `W/${etag}` })).status).toBe(200);
    expect((await get({ range: "bytes=0-9", "if-none-match": etag })).status).toBe(304);
  });

  test("HEAD tells its length and sends nothing", async () => {
    const { status, headers, body } = await get({ range: "bytes=0-9" }, "HEAD");

    expect([status, headers["content-length"], body.length]).toEqual([200, String(file().length), 0]);
  });

  test("may be kept for ever under an address with the data version", async () => {
    const { headers } = await rawGet(`${server.address}/exports/icb-2024.${kind}?v=${dataVersion}`, {}, "HEAD");

    expect(headers["cache-control"]).toContain("immutable");
  });
});

test.each([
  ["/exports/stp-1948.pmtiles", "coterminous -- export stp-1948"],
  ["/exports/stp-2017.zip", "/exports/<edition>.pmtiles"],
  ["/exports/..%2f..%2fpackage.json", "/exports/<edition>.pmtiles"],
  ["/exports/%252e%252e/secret.pmtiles", "/exports/<edition>.pmtiles"],
  [`/exports/${"x".repeat(5000)}.pmtiles`, "/exports/<edition>.pmtiles"],
])("%s is 404 and says what there is", async (path, help) => {
  const { status, headers, body } = await rawGet(`${server.address}${path}`);

  expect([status, headers["content-type"]]).toEqual([404, "application/problem+json"]);
  expect(JSON.parse(body.toString()).detail).toContain(help);
});

test("a name of another kind is refused with those that will do", async () => {
  const store = openRealStore();

  await expect(exportTiles(store, "stp-2017", { ...openRealPyramid(store), paths: ["tiles.zip"] })).rejects.toThrow(
    "the name must end in .mbtiles or .pmtiles",
  );
  await store.close();
});

test("an edition that is not there is refused with those that are", async () => {
  const store = openRealStore();

  await expect(exportTiles(store, "stp-1948", { ...openRealPyramid(store), paths: ["tiles.pmtiles"] })).rejects.toThrow(
    "there are stp-2017, icb-2024",
  );
  await store.close();
});
