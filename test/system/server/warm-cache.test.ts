import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../src/api/context.js";
import { createContext } from "../../../src/server/dataset/create-context.js";
import { cacheTopologies } from "../../../src/server/dataset/topology-cache.js";
import { mapsRoute } from "../../../src/server/routes/maps.js";
import { warmCache } from "../../../src/server/routes/warm-cache.js";
import { type MapRenderer, openMapRenderer } from "../../../src/server/threads/maps.js";
import type { Store } from "../../../src/store/store.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../../support/real-store.js";

let store: Store;
let context: Context;
let drawnMaps: MapRenderer;
beforeAll(async () => {
  store = cacheTopologies(openRealStore());
  context = await createContext(store);
  drawnMaps = openMapRenderer(store, context.catalog.dataVersion);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await drawnMaps.close();
  await context.measurements.close();
  await store.close();
});

const url = (address: string) => new URL(`/maps/icb-2024/${address}`, "http://server.invalid");

test("a warmed map is there compressed at once, and no other is", async () => {
  const maps = mapsRoute(context.catalog, drawnMaps);
  const editions = new Map([...context.catalog.editions].filter(([id]) => String(id) === "icb-2024"));
  let mapCount = 0;
  await warmCache(maps, editions, () => mapCount++ === 1); // one map is enough

  const isThere = async (address: string) => {
    const { body } = await maps.handle(url(address));
    // A promise that is kept already comes before the next turn; compressing takes longer.
    return Promise.race([body.encode("br").then(() => true), setImmediate(false)]);
  };

  expect(await isThere("all.topojson?detail=low")).toBe(true);
  expect(await isThere("members.topojson?detail=low")).toBe(false);
});
