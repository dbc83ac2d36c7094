import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../src/graphql/world.js";
import { keptTopologies } from "../../src/server/caches/kept-topologies.js";
import { type DrawnMaps, openDrawnMaps } from "../../src/server/data/drawn-maps.js";
import { storedContext } from "../../src/server/data/stored-context.js";
import { NO_PEERS } from "../../src/server/peers.js";
import { mapsRoute } from "../../src/server/routes/maps-route.js";
import { warmMaps } from "../../src/server/routes/warm-maps.js";
import type { Store } from "../../src/store/store.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../support/real-store.js";

let store: Store;
let context: Context;
let drawnMaps: DrawnMaps;
beforeAll(async () => {
  store = keptTopologies(openRealStore());
  context = await storedContext(store);
  drawnMaps = openDrawnMaps(store, context.world.dataVersion);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await drawnMaps.close();
  await context.measurer.close();
  await store.close();
});

const url = (address: string) => new URL(`/maps/icb-2024/${address}`, "http://server.invalid");

test("a warmed map is there compressed at once, and no other is", async () => {
  const maps = mapsRoute(context.world, drawnMaps);
  const editions = new Map([...context.world.editions].filter(([id]) => String(id) === "icb-2024"));
  let mapCount = 0;
  await warmMaps(maps, editions, { isEnough: () => mapCount++ === 1, alone: NO_PEERS.alone }); // one map is enough

  const isThere = async (address: string) => {
    const { body } = await maps.answer(url(address));
    // A promise that is kept already comes before the next turn; compressing takes longer.
    return Promise.race([body.inCoding("br").then(() => true), setImmediate(false)]);
  };

  expect(await isThere("all.topojson?detail=low")).toBe(true);
  expect(await isThere("members.topojson?detail=low")).toBe(false);
});
