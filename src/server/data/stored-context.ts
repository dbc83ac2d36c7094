import { type Context, worldOf } from "../../graphql/world.js";
import type { Store } from "../../store/store.js";
import { storedMeasurer } from "./stored-measurer.js";
import { storedShapes } from "./stored-shapes.js";

/** Everything that answers come from, out of a store. */
export async function storedContext(store: Store): Promise<Context> {
  const facts = await store.loadFacts();
  return { world: worldOf(facts), shapes: storedShapes(store), measurer: storedMeasurer(store, facts) };
}
