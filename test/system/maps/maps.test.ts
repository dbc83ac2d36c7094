import { get, type IncomingMessage } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { FeatureCollection, Polygon, Position } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS, SHIPPED_EDITIONS } from "../../support/real-store.js";

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

const ATTRIBUTION = "Office for National Statistics licensed under the Open Government Licence v.3.0";

async function geojson(path: string): Promise<FeatureCollection & Record<string, unknown>> {
  const { message, body } = await raw(`/maps/${path}`);
  expect(message.headers["content-type"]).toBe("application/geo+json");
  return JSON.parse(body.toString()) as FeatureCollection & Record<string, unknown>;
}

// An answer with its body as it came over the wire, which fetch would unpack; on a connection of its own, as the server
// closes an idle one while a test looks at megabytes.
function raw(path: string, headers: Record<string, string> = {}): Promise<{ message: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(`${server.address}${path}`, { headers, agent: false }, (message) => {
      const chunks: Buffer[] = [];
      message.on("data", (chunk: Buffer) => chunks.push(chunk));
      message.on("end", () => resolve({ message, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

function polygons(map: FeatureCollection): Position[][][] {
  return map.features.flatMap(({ geometry }) =>
    geometry.type === "MultiPolygon" ? geometry.coordinates : [(geometry as Polygon).coordinates],
  );
}

function signedArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [bx = 0, by = 0], k) => {
    const [ax = 0, ay = 0] = ring[k] ?? [];
    return sum + ax * by - bx * ay;
  }, 0);
}

describe("GeoJSON", () => {
  it.each(["low", "medium", "full"])(
    "at %s has six decimals at most, a box, and rings by the right-hand rule",
    async (detail) => {
      const map = await geojson(`icb-2024/footprints.geojson?detail=${detail}`);
      const rings = polygons(map);
      const positions = rings.flat(2);
      expect(positions.flat().filter((degrees) => Number(degrees.toFixed(6)) !== degrees)).toEqual([]);
      expect(map.bbox?.[0]).toBe(positions.reduce((least, [lon = 0]) => Math.min(least, lon), 180));
      expect(map.bbox?.[3]).toBe(positions.reduce((most, [, lat = 0]) => Math.max(most, lat), -90));
      for (const [outer = [], ...holes] of rings) {
        expect(signedArea(outer)).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
      }
    },
  );

  it("says where it comes from", async () => {
    const { attribution, dataVersion, edition } = await geojson("stp-2017/members.geojson?detail=low");
    expect(attribution).toContain(ATTRIBUTION);
    expect(edition).toBe("stp-2017");
    expect(dataVersion).toMatch(/^[0-9a-f]{16}$/);
  });

  it("carries the sourced rating, the verdict and the people of a footprint", async () => {
    const { features } = await geojson("stp-2017/footprints.geojson?detail=low");
    const counts = new Map<string, number>();
    for (const { properties } of features) counts.set(properties?.verdict, (counts.get(properties?.verdict) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(readExpected("stp-2017").tiers.UPPER.verdictCounts);
    const people = new Map(readExpected("stp-2017").footprints);
    for (const { properties } of features) expect(properties?.population).toBe(people.get(properties?.code));
    expect(features.filter(({ properties }) => properties?.rating === "OUTSTANDING")).toHaveLength(5);
    const unsourced = features.filter(({ properties }) => properties?.rating === null);
    expect(unsourced).toHaveLength(26);
    for (const { properties } of unsourced) expect(properties?.possibleRatings).toBe("ADVANCED MAKING_PROGRESS");
  });

  it("gives the columns asked for, in that order", async () => {
    const { features } = await geojson("stp-2017/upper-tier.geojson?detail=low&properties=name,code");
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(["name", "code"]);
  });
});

describe("CSV", () => {
  it.each(SHIPPED_EDITIONS)(
    "lists all pairs of %s in one file, their people adding up to everybody's",
    async (edition) => {
      const text = (await raw(`/maps/${edition}/overlaps.csv`)).body.toString();
      const rows: Record<string, string>[] = parse(text, { columns: true });
      for (const tier of ["UPPER", "LOWER"] as const) {
        const pairs = rows.filter(({ tiers }) => tiers?.split(" ").includes(tier));
        expect(pairs.filter(({ isSliver }) => isSliver === "false")).toHaveLength(
          readExpected(edition).tiers[tier].pairCount,
        );
        expect(pairs.reduce((sum, { population }) => sum + Number(population), 0)).toBe(readExpected(edition).people);
      }
      for (const row of rows) {
        for (const share of [
          "shareOfFootprintArea",
          "shareOfAuthorityArea",
          "shareOfFootprintPopulation",
          "shareOfAuthorityPopulation",
        ]) {
          expect(Number(row[share])).toBeGreaterThanOrEqual(0);
          expect(Number(row[share])).toBeLessThanOrEqual(1);
        }
        expect(row.attribution).toContain(ATTRIBUTION);
      }
      // Full precision: far more digits than anyone would round to.
      expect(rows.some(({ shareOfAuthorityArea = "" }) => shareOfAuthorityArea.length > 15)).toBe(true);
    },
  );
});

describe("weight", () => {
  it.each(
    SHIPPED_EDITIONS.flatMap((edition) => [[edition, "low", 60_000] as const, [edition, "medium", 250_000] as const]),
  )(
    "footprints and upper tier of %s with codes and names at %s take less than %i bytes of brotli",
    async (edition, detail, mostBytes) => {
      const path = `/maps/${edition}/all.topojson?detail=${detail}&layers=footprints,upper-tier&properties=code,name`;
      const { message, body } = await raw(path, { "accept-encoding": "br" });
      expect(message.headers["content-encoding"]).toBe("br");
      expect(body.length).toBeLessThan(mostBytes);
      const { objects } = JSON.parse(brotliDecompressSync(body).toString());
      expect(Object.keys(objects)).toEqual(["footprints", "upper-tier"]);
      expect(
        objects["upper-tier"].geometries.every(
          ({ properties }: { properties: { name: string } }) => properties.name.length > 0,
        ),
      ).toBe(true);
    },
  );
});

describe("HTTP", () => {
  const PATH = "/maps/stp-2017/borders.topojson?detail=low";

  it("answers 304 to the tag it gave, one tag a coding", async () => {
    const plain = await raw(PATH);
    const gzip = await raw(PATH, { "accept-encoding": "gzip" });
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    const { etag = "" } = gzip.message.headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(plain.message.headers.etag).not.toBe(etag);
    const again = await raw(PATH, { "accept-encoding": "gzip", "if-none-match": etag });
    expect(again.message.statusCode).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.message.headers.etag).toBe(etag);
    expect(again.message.headers.vary).toBe("Accept-Encoding");
  });

  it("answers HEAD with the headers of GET, to pages of any origin", async () => {
    const answer = await fetch(`${server.address}${PATH}`, {
      method: "HEAD",
      headers: { "accept-encoding": "identity" },
    });
    const { body, message } = await raw(PATH);
    expect(Number(answer.headers.get("content-length"))).toBe(body.length);
    expect(answer.headers.get("etag")).toBe(message.headers.etag);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("lets only addresses with the data version be kept for ever", async () => {
    const { dataVersion } = JSON.parse((await raw(PATH)).body.toString());
    expect((await raw(`${PATH}&v=${dataVersion}`)).message.headers["cache-control"]).toContain("immutable");
    expect((await raw(`${PATH}&v=0123456789abcdef`)).message.headers["cache-control"]).not.toContain("immutable");
    expect((await raw(PATH)).message.headers["cache-control"]).not.toContain("immutable");
  });

  it.each([
    ["/maps/stp-2016/footprints.geojson", 404, "stp-2017"],
    ["/maps/stp-2017/wards.geojson", 404, "footprints"],
    ["/maps/stp-2017/footprints.shp", 404, "geojson"],
    ["/maps/stp-2017/all.geojson", 404, "all.topojson"],
    ["/maps/stp-2017/", 404, "/maps/<edition>/<layer>.<format>"],
    ["/maps/stp-2017%2Ffootprints.geojson", 404, "/maps/<edition>/<layer>.<format>"],
    ["/maps/%252e%252e/footprints.geojson", 404, "stp-2017"],
    ["/maps/__proto__/constructor.geojson", 404, "stp-2017"],
    ["/maps/stp-2017/constructor.geojson", 404, "footprints"],
    ["/maps/stp-2017/footprints.geojson?detail=high", 400, "low"],
    ["/maps/stp-2017/footprints.geojson?tier=middle", 400, "upper"],
    ["/maps/stp-2017/footprints.geojson?tier=all", 400, "upper"],
    ["/maps/stp-2017/upper-tier.geojson?tier=lower", 400, "omit it"],
    ["/maps/stp-2017/members.geojson?tier=upper", 400, "omit it"],
    ["/maps/stp-2017/scenario.geojson?weight=votes", 400, "population"],
    ["/maps/stp-2017/footprints.geojson?properties=colour", 400, "verdict"],
    ["/maps/stp-2017/footprints.geojson?properties=constructor", 400, "verdict"],
    ["/maps/stp-2017/footprints.geojson?zoom=3", 400, "detail"],
    ["/maps/stp-2017/footprints.geojson?detail=low&detail=full", 400, "once"],
    ["/maps/stp-2017/footprints.geojson?layers=members", 400, "all.topojson"],
    ["/maps/stp-2017/all.topojson?layers=", 400, "footprints"],
  ])("refuses %s with %i, naming %s", async (path, status, allowed) => {
    const { message, body } = await raw(path);
    expect(message.statusCode).toBe(status);
    expect(message.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(body.toString()).detail).toContain(allowed);
  });

  it("refuses methods that change things", async () => {
    const answer = await fetch(`${server.address}${PATH}`, { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toContain("GET");
  });
});
