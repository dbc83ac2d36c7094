import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../src/api/context.js";
import { OverlapResolver } from "../../../src/api/graphql/overlap.resolver.js";
import { OverlapType } from "../../../src/api/graphql/overlap.type.js";
import { createContext } from "../../../src/server/dataset/create-context.js";
import type { Store } from "../../../src/store/store.js";
import { BUILD_TIMEOUT_MS, openRealStore } from "../../support/real-store.js";

let store: Store;
let context: Context;
beforeAll(async () => {
  store = openRealStore();
  context = await createContext(store);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await context.measurements.close();
  await store.close();
});

test("a pair that shares people and no land has a boundary without polygons, not its council's", async () => {
  const world = context.catalog.defaultEdition;
  const [overlap] = world.facts.overlaps; // a council that lies whole in its footprint
  const withoutLand = new OverlapType({ ...overlap!, areaM2: 0, thicknessM: 0 }, world);

  const boundary = await new OverlapResolver().boundary(withoutLand, "LOW", context);

  expect(boundary).toEqual({ type: "MultiPolygon", coordinates: [] });
});
