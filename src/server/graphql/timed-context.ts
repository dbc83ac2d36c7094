import type { Context } from "../../graphql/world.js";
import type { Turns } from "./turns.js";

/** What resolvers are given, and how long they may take. */
export interface TimedContext extends Context {
  readonly turns: Turns;
  /** On the clock of `performance.now`. */
  readonly startedMs: number;
  /** Of that, how long another thread was waited for; grows while the request is answered. */
  waitedMs: number;
}
