import { expect, test } from "vitest";
import { createMutex } from "../../../src/server/cluster/mutex.js";
import { restartLimit } from "../../../src/server/cluster/primary.js";

function createQueue() {
  const given: string[] = [];
  const queue = createMutex<string>((taker) => given.push(taker));
  return { given, queue };
}

test("the first who asks has the turn, and the next when it is over", () => {
  const { given, queue } = createQueue();

  queue.acquire("a");
  queue.acquire("b");
  queue.acquire("c");
  expect(given).toEqual(["a"]);
  queue.release("a");

  expect(given).toEqual(["a", "b"]);
});

test("who goes away while waiting is passed over, and who goes away with the turn gives it up", () => {
  const { given, queue } = createQueue();
  for (const taker of ["a", "b", "c"]) queue.acquire(taker);

  queue.release("b");
  expect(given).toEqual(["a"]);
  queue.release("a");

  expect(given).toEqual(["a", "c"]);
});

test("who asks again after a turn waits behind the others", () => {
  const { given, queue } = createQueue();
  queue.acquire("a");
  queue.acquire("b");

  queue.release("a");
  queue.acquire("a");
  queue.release("b");

  expect(given).toEqual(["a", "b", "a"]);
});

test("processes are replaced until too many have ended lately, and again when that is long ago", () => {
  const mayReplace = restartLimit(2, 60_000);

  expect([0, 1_000, 2_000].map(mayReplace)).toEqual([true, true, false]);
  expect(mayReplace(62_001)).toBe(true);
});
