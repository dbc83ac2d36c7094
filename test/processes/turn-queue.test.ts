import { expect, test } from "vitest";
import { replacementLimit } from "../../src/processes/replacement-limit.js";
import { turnQueue } from "../../src/processes/turn-queue.js";

function queued() {
  const given: string[] = [];
  const queue = turnQueue<string>((taker) => given.push(taker));
  return { given, queue };
}

test("the first who asks has the turn, and the next when it is over", () => {
  const { given, queue } = queued();

  queue.ask("a");
  queue.ask("b");
  queue.ask("c");
  expect(given).toEqual(["a"]);
  queue.over("a");

  expect(given).toEqual(["a", "b"]);
});

test("who goes away while waiting is passed over, and who goes away with the turn gives it up", () => {
  const { given, queue } = queued();
  for (const taker of ["a", "b", "c"]) queue.ask(taker);

  queue.over("b");
  expect(given).toEqual(["a"]);
  queue.over("a");

  expect(given).toEqual(["a", "c"]);
});

test("who asks again after a turn waits behind the others", () => {
  const { given, queue } = queued();
  queue.ask("a");
  queue.ask("b");

  queue.over("a");
  queue.ask("a");
  queue.over("b");

  expect(given).toEqual(["a", "b", "a"]);
});

test("processes are replaced until too many have ended lately, and again when that is long ago", () => {
  const mayReplace = replacementLimit(2, 60_000);

  expect([0, 1_000, 2_000].map(mayReplace)).toEqual([true, true, false]);
  expect(mayReplace(62_001)).toBe(true);
});
