import { afterAll, beforeAll, expect, test } from "vitest";
import { OverlapResolver } from "../../src/graphql/overlap.resolver.js";
import { OverlapType } from "../../src/graphql/overlap.type.js";
import type { Context } from "../../src/graphql/world.js";
import { storedContext } from "../../src/server/data/stored-context.js";
import type { Store } from "../../src/store/store.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../support/real-store.js";

let store: Store;
let context: Context;
beforeAll(async () => {
  store = openRealStore();
  context = await storedContext(store);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await context.measurer.close();
  await store.close();
});

test("a pair that shares people and no land has a boundary without polygons, not its council's", async () => {
  const world = context.world.defaultEdition;
  const [overlap] = world.facts.overlaps; // a council that lies whole in its footprint
  const withoutLand = new OverlapType({ ...overlap!, areaM2: 0, thicknessM: 0 }, world);

  const boundary = await new OverlapResolver().boundary(withoutLand, "LOW", context);

  expect(boundary).toEqual({ type: "MultiPolygon", coordinates: [] });
});
