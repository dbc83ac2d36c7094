import { expect, test } from "vitest";
import { scatterGather } from "../../../src/server/cluster/scatter-gather.js";

function startGathering() {
  const asked: (readonly [member: string, id: number])[] = [];
  const all = scatterGather<string, number>((member, id) => asked.push([member, id]));
  return { asked, all };
}

test("what each answers is gathered, question by question", async () => {
  const { asked, all } = startGathering();
  const first = all.gather(["a", "b"]);
  const second = all.gather(["a"]);

  all.receive("a", 1, 30);
  all.receive("b", 0, 20);
  all.receive("a", 0, 10);

  expect(asked).toEqual([
    ["a", 0],
    ["b", 0],
    ["a", 1],
  ]);
  expect(await first).toEqual([20, 10]);
  expect(await second).toEqual([30]);
});

test("who is gone is not waited for", async () => {
  const { all } = startGathering();
  const answers = all.gather(["a", "b"]);

  all.receive("a", 0, 10);
  all.remove("b");

  expect(await answers).toEqual([10]);
});

test("nobody to ask gives nothing", async () => {
  expect(await startGathering().all.gather([])).toEqual([]);
});
