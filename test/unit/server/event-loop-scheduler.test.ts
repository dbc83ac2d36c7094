import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { createScheduler } from "../../../src/server/graphql/event-loop-scheduler.js";

/** Turns by a clock that stands still but for what `busy` takes. */
function turnsByFakeClock(sliceMs: number) {
  let nowMs = 0;
  const busy = (ms: number) => {
    nowMs += ms;
  };
  return { ...createScheduler(sliceMs, () => nowMs), busy };
}

test("who comes while the turn lasts goes on at once", () => {
  const { next } = turnsByFakeClock(1);

  expect([next(), next(), next()]).toEqual([null, null, null]);
});

test("who comes when the turn is over waits for the next", async () => {
  const { next, busy } = turnsByFakeClock(5);
  void next();
  busy(6);

  const waiting = next();

  expect(waiting).toBeInstanceOf(Promise);
  await waiting;
  expect(next()).toBeNull();
});

test("sockets and timers are seen to between turns, and nobody overtakes", async () => {
  const { next, busy } = turnsByFakeClock(2);
  const order: string[] = [];
  const work = async (name: string) => {
    await next();
    order.push(name);
    busy(3);
  };
  void next();
  busy(3);

  const all = Promise.all(["a", "b", "c"].map(work));
  await setImmediate();
  await setImmediate();
  order.push("others");
  await all;

  expect(order.filter((name) => name !== "others")).toEqual(["a", "b", "c"]);
  expect(order.indexOf("others")).toBeLessThan(order.indexOf("c"));
});
