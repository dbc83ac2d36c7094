import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { editionBounds } from "../src/api/tiles/tile-json.js";
import { addressesIn, tileSource } from "../src/api/tiles/tile-source.js";
import { codeVersion } from "../src/build-info.js";
import { openPyramidCache, type PyramidCache } from "../src/cartography/pyramid-cache.js";
import { MAX_ZOOM } from "../src/cartography/tile-pyramid.js";
import type { TileAddress } from "../src/cartography/tiles/tile-grid.js";
import { LAYER_NAMES, type LayerName } from "../src/model/layer.js";
import { createContext } from "../src/server/dataset/create-context.js";
import { sendResponse } from "../src/server/http/send-response.js";
import { tilesRoute } from "../src/server/routes/tiles.js";
import { openStore } from "../src/store/open-store.js";
import type { Store } from "../src/store/store.js";
import { readShippedLayer } from "../test/support/shipped-layers.js";
import { isMain, percentileMs, report, round, seededRandom, timing, timingText } from "./harness.js";
import { hasPostGis, startPostGis } from "./postgis.js";
import { loadTileTables, postgisTileMs } from "./postgis-tiles.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const EDITION = "stp-2017";
const TILES_A_ZOOM = 20; // at most
const ROUNDS = 5; // a tile's time is their median
const MIN_RATIO = 5; // the goal
const LOAD_SECONDS = 8;
const LOAD_CONNECTIONS = 32;

/** Tiles of stp-2017: made cold, beside ST_AsMVT of PostGIS on the same tiles in the same run, then served warm. */
export async function main(args: readonly string[]): Promise<void> {
  const store = openStore(`${ROOT}data/coterminous.sqlite`);
  const facts = [...(await store.loadFacts()).editions.values()].find(({ edition }) => edition.id === EDITION);
  if (facts === undefined) throw new Error(`the database has no edition ${EDITION}`);

  const random = seededRandom(12);
  const zooms = openPyramidCache({
    topologyText: (editionId) => store.topologyText(editionId, "FULL"),
    cacheDir: `${ROOT}data/zooms`,
    codeVersion: codeVersion(),
  });
  await zooms.zoomTopology(facts.edition.id, 0); // drawn once after a build, as the server does when it has started
  const source = tileSource({ facts, zoomTopology: (zoom) => zooms.zoomTopology(facts.edition.id, zoom) });
  const addresses: TileAddress[] = [];
  for (let zoom = 0; zoom <= MAX_ZOOM; zoom++) {
    addresses.push(...(await nonEmptyTiles(addressesIn(editionBounds(facts), zoom), random, source)));
  }
  let sizes: number[] = [];
  const coldMs = await medianTimes(async () => {
    sizes = [];
    const timesMs: number[] = [];
    for (const address of addresses) {
      const start = performance.now();
      const bytes = await source.tile(address);
      timesMs.push(performance.now() - start);
      sizes.push(bytes?.length ?? 0);
    }
    return timesMs;
  });
  const warmMs = await measureWarm({ store, zooms }, addresses);
  await zooms.close();
  await store.close();

  const postgisMs = await measurePostGis(facts, addresses);
  const load = await measureLoad(addresses);
  const sum = (times: readonly number[]) => times.reduce((total, ms) => total + ms, 0);
  const cold = timing(coldMs);
  const postgis = postgisMs === null ? null : timing(postgisMs);
  const ratios = postgisMs === null ? null : postgisMs.map((ms, i) => ms / (coldMs[i] ?? ms));
  const shareBelow = ratios === null ? null : ratios.filter((ratio) => ratio < MIN_RATIO).length / ratios.length;
  const minRatioTile = (all: readonly number[]) => {
    const at = all.indexOf(Math.min(...all));
    const { z = 0, x = 0, y = 0 } = addresses[at] ?? {};
    return `${z}/${x}/${y} (${round(coldMs[at] ?? 0)} ms here, ${round(postgisMs?.[at] ?? 0)} there)`;
  };
  report(
    args,
    {
      name: "tiles",
      tiles: addresses.length,
      cold_median_ms: round(cold.medianMs),
      cold_mean_ms: round(sum(coldMs) / coldMs.length),
      cold_p95_ms: round(percentileMs(coldMs, 0.95)),
      postgis_median_ms: postgis === null ? null : round(postgis.medianMs),
      postgis_mean_ms: postgisMs === null ? null : round(sum(postgisMs) / postgisMs.length),
      ratio_of_sums: postgisMs === null ? null : round(sum(postgisMs) / sum(coldMs)),
      ratio_median: ratios === null ? null : round(timing(ratios).medianMs),
      ratio_least: ratios === null ? null : round(timing(ratios).minMs),
      share_below_least_hoped_for: shareBelow === null ? null : round(shareBelow),
      warm_median_ms: round(timing(warmMs).medianMs),
      warm_p95_ms: round(percentileMs(warmMs, 0.95)),
      requests_per_second: Math.round(load.requestsPerSecond),
      load_p99_ms: load.p99Ms,
    },
    [
      `${addresses.length} seeded tiles of zooms 0 to 12, ${TILES_A_ZOOM} a zoom, six layers, ${Math.round(sum(sizes) / 1000)} kB`,
      `cold, cut and encoded: ${timingText(cold)}, mean ${round(sum(coldMs) / coldMs.length)} ms, p95 ${round(percentileMs(coldMs, 0.95))} ms`,
      postgis === null || ratios === null || postgisMs === null
        ? "PostGIS: not installed (apt-get install postgresql-15-postgis-3)"
        : `ST_AsMVT, four layers, warm cache, time of the query alone: ${timingText(postgis)}; ` +
          `${round(sum(postgisMs) / sum(coldMs))} times as long in all, median of tiles ${round(timing(ratios).medianMs)}, least ${round(timing(ratios).minMs)} at ${minRatioTile(ratios)}, ` +
          `${Math.round(100 * (shareBelow ?? 0))} % of tiles less than ${MIN_RATIO} times`,
      `warm, from request to answer in the server: ${timingText(timing(warmMs))}, p95 ${round(percentileMs(warmMs, 0.95))} ms`,
      `load, ${LOAD_CONNECTIONS} connections for ${LOAD_SECONDS} s, compressed: ${Math.round(load.requestsPerSecond)} requests/s, p99 ${load.p99Ms} ms`,
    ],
  );
}

/** A sample of the tiles of a zoom that are not empty. */
async function nonEmptyTiles(
  candidates: readonly TileAddress[],
  random: () => number,
  source: ReturnType<typeof tileSource>,
): Promise<TileAddress[]> {
  const left = [...candidates];
  const found: TileAddress[] = [];
  while (left.length > 0 && found.length < TILES_A_ZOOM) {
    const [address] = left.splice(Math.floor(random() * left.length), 1);
    if (address !== undefined && (await source.tile(address)) !== null) found.push(address);
  }
  return found;
}

// In rounds, so that a garbage collection or another program affects no median.
async function medianTimes(round: () => Promise<readonly number[]>): Promise<readonly number[]> {
  const rounds: (readonly number[])[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round());
  return (rounds[0] ?? []).map((_, tile) => timing(rounds.map((times) => times[tile] ?? Number.NaN)).medianMs);
}

async function measurePostGis(
  facts: Parameters<typeof loadTileTables>[2],
  addresses: readonly TileAddress[],
): Promise<readonly number[] | null> {
  if (!hasPostGis()) return null;
  const postgis = startPostGis();
  try {
    const layers = Object.fromEntries(LAYER_NAMES.map((name: LayerName) => [name, readShippedLayer(EDITION, name)]));
    await loadTileTables(postgis, layers, facts);
    await postgisTileMs(postgis, LAYER_NAMES, addresses); // to warm its caches as the application's are
    return await medianTimes(() => postgisTileMs(postgis, LAYER_NAMES, addresses));
  } finally {
    postgis.stop();
  }
}

interface TileData {
  readonly store: Store;
  readonly zooms: PyramidCache;
}

/** Milliseconds that the server takes for each cached tile. */
async function measureWarm({ store, zooms }: TileData, addresses: readonly TileAddress[]): Promise<readonly number[]> {
  const tiles = tilesRoute((await createContext(store)).catalog, zooms);
  let timesMs: number[] = [];
  const server = createServer(async (request, response) => {
    const start = performance.now();
    await sendResponse(request, response, await tiles.handle(new URL(request.url ?? "/", "http://server.invalid"), ""));
    timesMs.push(performance.now() - start);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  for (let round = 0; round < 3; round++) {
    timesMs = [];
    for (const { z, x, y } of addresses) {
      const address = `http://127.0.0.1:${port}/tiles/${EDITION}/${z}/${x}/${y}.mvt`;
      await (await fetch(address, { headers: { "accept-encoding": "gzip" } })).arrayBuffer();
    }
  }
  server.closeAllConnections();
  server.close();
  return timesMs;
}

/** The running program under repeated requests for the same tiles, as browsers send them. */
async function measureLoad(addresses: readonly TileAddress[]) {
  const server = spawn(process.execPath, ["dist/cli/main.js", "start"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await waitForUrl(server);
    const paths = addresses.map(({ z, x, y }) => `/tiles/${EDITION}/${z}/${x}/${y}.mvt`);
    const headers = { "accept-encoding": "gzip" };
    for (const path of paths) await (await fetch(url + path, { headers })).arrayBuffer();

    const result = await autocannon({
      url,
      connections: LOAD_CONNECTIONS,
      duration: LOAD_SECONDS,
      requests: paths.map((path) => ({ method: "GET" as const, path, headers })),
    });
    if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
    return {
      requestsPerSecond: result.requests.average,
      p99Ms: result.latency.p99,
    };
  } finally {
    server.kill();
  }
}

function waitForUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout?.on("data", (chunk) => {
      text += chunk;
      const [, address] = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(text) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", () => reject(new Error(`the server did not start: ${text}`)));
  });
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
