import { copyFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCatalog, type EditionCatalog } from "../../../src/api/context.js";
import { parseMapRequest } from "../../../src/api/maps/map-request.js";
import { renderMap } from "../../../src/api/maps/render-map.js";
import { mapsRoute } from "../../../src/server/routes/maps.js";
import { type MapRenderer, openMapRenderer } from "../../../src/server/threads/maps.js";
import { openStore } from "../../../src/store/open-store.js";
import { openDatabase } from "../../../src/store/sqlite.js";
import type { Store } from "../../../src/store/store.js";
import { type CountryStore, countryStore } from "../../support/country-store.js";
import { type RealServer, startServerOver } from "../../support/real-server.js";
import { openRealStore } from "../../support/real-store.js";

const LARGE = { side: 50, footprintSide: 4, between: 2 }; // 2,500 authorities

let country: CountryStore;
let store: Store;
let world: EditionCatalog;
let maps: MapRenderer;
beforeAll(async () => {
  country = await countryStore(LARGE);
  store = openStore(country.path);
  world = createCatalog(await store.loadFacts());
  maps = openMapRenderer(store, world.dataVersion);
}, 180_000);
afterAll(async () => {
  await maps.close();
  await store.close();
  country.remove();
});

const urlOf = (path: string) => new URL(path, "http://server.invalid");
const requestOf = (url: URL, { editions }: EditionCatalog) =>
  parseMapRequest(
    url,
    [...editions.values()].map(({ facts }) => facts),
  );

const MANY = 1_000;

/**
 * Whether a map is drawn before anyone else has a turn: without the event loop going on, which an answer of a thread, however
 * quick, has to wait for.
 */
async function isDrawnAtOnce(drawn: Promise<unknown>): Promise<boolean> {
  let isThere = false;
  const arrival = drawn.then(() => {
    isThere = true;
  });
  for (let step = 0; step < MANY; step++) await Promise.resolve();
  const wasThere = isThere;
  await arrival;
  return wasThere;
}

test.each([
  "lower-tier.geojson?detail=full",
  "lower-tier.geojsonl",
  "lower-tier.csv",
  "lower-tier.fgb",
  "overlaps.csv",
  "all.topojson?detail=low&properties=code",
  "scenario.geojson?weight=area",
  "footprints.geojson",
])("%s of thousands of authorities is drawn while others are answered, byte for byte as at once", async (name) => {
  const url = urlOf(`/maps/imported/${name}`);
  const request = requestOf(url, world);

  const drawn = maps.render(request, url);

  expect(await isDrawnAtOnce(drawn)).toBe(false);
  const topology = await store.topology(request.facts.edition.id, request.detail);
  if (topology === null) throw new Error("the country has no topology");
  expect((await drawn).bytes.equals(Buffer.from(renderMap(request, topology, world.dataVersion)))).toBe(true);
});

test("a map of a shipped edition is drawn at once", async () => {
  const shipped = openRealStore();
  const real = createCatalog(await shipped.loadFacts());
  const drawnMaps = openMapRenderer(shipped, real.dataVersion);
  const url = urlOf("/maps/stp-2017/lower-tier.geojson?detail=full");

  expect(await isDrawnAtOnce(drawnMaps.render(requestOf(url, real), url))).toBe(true);

  await drawnMaps.close();
  await shipped.close();
});

test("a map that two ask for at once is drawn once", async () => {
  let drawnCount = 0;
  const route = mapsRoute(world, {
    render: (request, url) => {
      drawnCount++;
      return maps.render(request, url);
    },
  });
  const url = urlOf("/maps/imported/lower-tier.topojson");

  const [first, second] = await Promise.all([route.handle(url), route.handle(url)]);

  expect(first.body.plain).toBe(second.body.plain);
  expect(drawnCount).toBe(1);
});

test("columns that a large map does not have are refused with those there are", async () => {
  const { status, body } = await mapsRoute(world, maps).handle(urlOf("/maps/imported/lower-tier.csv?properties=size"));

  expect(status).toBe(400);
  expect(body.plain.toString()).toMatch(/There is no property .*size.*; there are code, name, /);
});

test("a map that waits behind too many others is refused for a moment", async () => {
  const few = openMapRenderer(store, world.dataVersion, { maxWaiting: 1 });
  const route = mapsRoute(world, few);
  const urls = ["code", "name", "code,name"].map((columns) =>
    urlOf(`/maps/imported/lower-tier.csv?properties=${columns}`),
  );

  const responses = await Promise.all(urls.map((url) => route.handle(url)));

  expect(responses.map(({ status }) => status)).toEqual([200, 200, 503]); // one is rendered, one waits
  expect(responses[2]?.headers).toEqual({ "Retry-After": "10" });
  await few.close();
});

test("what is closed while a map is drawn ends its thread, and the map fails", async () => {
  const closing = openMapRenderer(store, world.dataVersion);
  const url = urlOf("/maps/imported/lower-tier.geojson");
  const drawn = closing.render(requestOf(url, world), url);
  const failure = expect(drawn).rejects.toThrow("Terminating worker thread");

  await setImmediate(); // it is on its way
  await closing.close();

  await failure;
});

describe("over a file of its own, which the test spoils,", () => {
  /** The country's server. */
  let server: RealServer;
  let served: string;
  beforeEach(async () => {
    served = `${country.path}.served`;
    copyFileSync(country.path, served);
    server = await startServerOver(openStore(served));
    return () => server.stop();
  });

  test("a thread that fails is told as the server's fault and noted, and the next map is drawn", async () => {
    const path = "/maps/imported/lower-tier.geojson?detail=low";
    const spoilt = openDatabase(served);
    const { topojson } = spoilt.prepare("select topojson from topology where detail = 'LOW'").get() as {
      topojson: string;
    };
    const put = spoilt.prepare("update topology set topojson = ? where detail = 'LOW'");
    put.run("{");

    const failed = await server.request(path);
    put.run(topojson);
    spoilt.close();
    const next = await server.request(path);

    expect(failed.status).toBe(500);
    expect(failed.json).toMatchObject({ title: "Internal server error" });
    expect(server.logged.map(({ message }) => message)).toEqual([`GET ${path} failed`]);
    expect(next.status).toBe(200);
  });

  test("a map of data whose file has been exchanged is still of that data", async () => {
    const newer = `${served}.newer`;
    copyFileSync(country.path, newer);
    const database = openDatabase(newer);
    database.prepare("update build set data_version = ?").run("newer");
    database.close();
    await rename(newer, served);

    const { status, json } = await server.request("/maps/imported/footprints.geojson?detail=low");

    expect(status).toBe(200);
    expect(json).toMatchObject({ dataVersion: world.dataVersion });
  });
});
