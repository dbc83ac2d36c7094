import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeTile } from "../../support/decode-tile.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { startTileServer, type TileServer } from "./tile-server.js";

let server: TileServer;
beforeAll(async () => {
  server = await startTileServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

const ENGLAND = "/tiles/stp-2017/5/15/10.mvt"; // nearly all of it
const json = (body: Buffer) => JSON.parse(body.toString("utf8"));

test("a tile holds every layer, with what a map needs to know of each area", async () => {
  const { status, headers, body } = await server.get(ENGLAND);
  const tile = decodeTile(body);

  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
  expect([...tile.keys()]).toEqual(["footprints", "upper_tier", "lower_tier", "members", "overlaps", "borders"]);
  const cornwall = tile.get("upper_tier")?.find(({ properties }) => properties.code === "E06000052");
  expect(cornwall).toMatchObject({ id: 6000052, properties: { name: "Cornwall", type: "UNITARY", footprintCount: 1 } });
});

test("a footprint without a sourced rating has none, and one with a rating says it", async () => {
  const tile = decodeTile((await server.get(ENGLAND)).body);
  const ratings = tile.get("footprints")?.map(({ properties }) => properties.rating);

  expect(ratings).toContain("OUTSTANDING");
  expect(ratings).not.toContain(null);
});

test("a feature has the same id at every zoom", async () => {
  const ids = await Promise.all(
    ["0/0/0", "6/31/21", "9/255/170", "12/2046/1362"].map(async (address) => {
      const tile = decodeTile((await server.get(`/tiles/stp-2017/${address}.mvt`)).body);
      return tile.get("upper_tier")?.find(({ properties }) => properties.name === "Camden")?.id;
    }),
  );

  expect(ids.filter((id) => id !== undefined)).not.toHaveLength(0);
  expect(new Set(ids.filter((id) => id !== undefined))).toEqual(new Set([9000007])); // E09000007
});

test("where there is nothing of the edition, 204 and no body", async () => {
  const { status, body } = await server.get("/tiles/stp-2017/12/0/0.mvt");

  expect([status, body.length]).toEqual([204, 0]);
});

test.each(["br", "gzip"] as const)("a tile comes compressed with %s to a client that takes it", async (coding) => {
  const plain = await server.get(ENGLAND);
  const coded = await server.get(ENGLAND, { "accept-encoding": coding });
  const decompress = coding === "br" ? brotliDecompressSync : gunzipSync;

  expect(coded.headers["content-encoding"]).toBe(coding);
  expect(decompress(coded.body).equals(plain.body)).toBe(true);
  expect(coded.headers.etag).not.toBe(plain.headers.etag);
});

test("a client that has the tile gets 304", async () => {
  const { headers } = await server.get(ENGLAND, { "accept-encoding": "br" });
  const again = await server.get(ENGLAND, { "accept-encoding": "br", "if-none-match": headers.etag ?? "" });

  expect(headers.etag).toMatch(/^"[^"]+"$/);
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
});

test("the whole of England comes in under 100 kB", async () => {
  // Where a screen holds it: zoom 5, columns 15 and 16, rows 9 and 10.
  const addresses = ["5/15/9", "5/16/9", "5/15/10", "5/16/10"];
  for (const edition of ["stp-2017", "icb-2024"]) {
    const bodies = await Promise.all(
      addresses.map((address) => server.get(`/tiles/${edition}/${address}.mvt`, { "accept-encoding": "gzip" })),
    );

    expect(bodies.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(100_000);
  }
});

test("HEAD tells the length and sends nothing", async () => {
  const plain = await server.get(ENGLAND);
  const { status, headers, body } = await server.get(ENGLAND, {}, "HEAD");

  expect([status, headers["content-length"], body.length]).toEqual([200, String(plain.body.length), 0]);
});

test("an address with the data version may be kept for ever, one without for minutes", async () => {
  const versioned = await server.get(`${ENGLAND}?v=${server.dataVersion}`);
  const stale = await server.get(`${ENGLAND}?v=0`);

  expect(versioned.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(stale.headers["cache-control"]).toBe("public, max-age=300");
});

test("TileJSON describes the tiles and says where they are", async () => {
  const { body } = await server.get("/tiles/stp-2017.json");
  const about = json(body);

  expect(about).toMatchObject({ tilejson: "3.0.0", minzoom: 0, maxzoom: 12, scheme: "xyz" });
  expect(about.tiles).toEqual([`${server.address}/tiles/stp-2017/{z}/{x}/{y}.mvt?v=${server.dataVersion}`]);
  expect(about.attribution).toContain("Open Government Licence");
  const [west, south, east, north] = about.bounds;
  expect([west, south, east, north].map(Math.floor)).toEqual([-7, 49, 1, 55]); // Scilly, Berwick, Lowestoft
});

test("TileJSON names every layer and every property that tiles have", async () => {
  const { body } = await server.get("/tiles/stp-2017.json");
  const bodies = await Promise.all([ENGLAND, "/tiles/stp-2017/6/31/20.mvt"].map((address) => server.get(address)));
  const tiles = bodies.map(({ body }) => decodeTile(body)); // some properties begin with zoom 6
  const described = new Map(
    json(body).vector_layers.map((layer: { id: string; fields: object }) => [layer.id, Object.keys(layer.fields)]),
  );

  for (const layer of tiles[0]!.keys()) {
    const features = tiles.flatMap((tile) => tile.get(layer) ?? []);
    const found = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
    expect(new Set(described.get(layer) as string[])).toEqual(found);
  }
});

test("TileJSON gives the address that a proxy says clients use", async () => {
  const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "maps.example" };
  const { body } = await server.get("/tiles/icb-2024.json", headers);

  expect(json(body).tiles[0]).toMatch(/^https:\/\/maps\.example\/tiles\/icb-2024\//);
});

test("TileJSON does not say back a host that is none", async () => {
  const { body } = await server.get("/tiles/icb-2024.json", { "x-forwarded-host": 'evil"/><script>' });

  expect(json(body).tiles[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tiles\//);
});

test.each([
  ["/tiles/stp-2017/13/0/0.mvt", "0 to 12"],
  ["/tiles/stp-2017/-1/0/0.mvt", "0 to 12"],
  ["/tiles/stp-2017/5/32/0.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/0/32.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/a/0.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/1.5/0.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/01/0.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/1e1/0.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/99999999999999999999/0.mvt", "0 to 31"],
  ["/tiles/stp-2017/5/15/10.png", "/tiles/<edition>/<z>/<x>/<y>.mvt"],
  ["/tiles/stp-2017/5/15", "/tiles/<edition>/<z>/<x>/<y>.mvt"],
  ["/tiles/", "/tiles/<edition>/<z>/<x>/<y>.mvt"],
  ["/tiles/stp-1948/5/15/10.mvt", "stp-2017, icb-2024"],
  ["/tiles/STP-2017.json", "stp-2017, icb-2024"],
  ["/tiles/..%2f..%2fpackage.json", "stp-2017, icb-2024"],
  ["/tiles/stp-2017/%2e%2e/%2e%2e/%2e%2e/etc/passwd.mvt", "/tiles/<edition>"],
  ["/tiles/stp%252d2017/5/15/10.mvt", "stp-2017, icb-2024"],
  [`/tiles/${"x".repeat(5000)}.json`, "stp-2017, icb-2024"],
])("%s is 404 and says what is allowed", async (path, allowed) => {
  const { status, headers, body } = await server.get(path);

  expect([status, headers["content-type"]]).toEqual([404, "application/problem+json"]);
  expect(json(body)).toMatchObject({ status: 404 });
  expect(json(body).detail).toContain(allowed);
  expect(body.length).toBeLessThan(500);
});

test("what is not read is refused with what is", async () => {
  const { status, headers } = await server.get(ENGLAND, {}, "DELETE");

  expect([status, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
});
