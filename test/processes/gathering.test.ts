import { expect, test } from "vitest";
import { gathering } from "../../src/processes/gathering.js";

function gathered() {
  const asked: (readonly [member: string, id: number])[] = [];
  const all = gathering<string, number>((member, id) => asked.push([member, id]));
  return { asked, all };
}

test("what each answers is gathered, question by question", async () => {
  const { asked, all } = gathered();
  const first = all.fromAll(["a", "b"]);
  const second = all.fromAll(["a"]);

  all.answered("a", 1, 30);
  all.answered("b", 0, 20);
  all.answered("a", 0, 10);

  expect(asked).toEqual([
    ["a", 0],
    ["b", 0],
    ["a", 1],
  ]);
  expect(await first).toEqual([20, 10]);
  expect(await second).toEqual([30]);
});

test("who is gone is not waited for", async () => {
  const { all } = gathered();
  const answers = all.fromAll(["a", "b"]);

  all.answered("a", 0, 10);
  all.gone("b");

  expect(await answers).toEqual([10]);
});

test("nobody to ask gives nothing", async () => {
  expect(await gathered().all.fromAll([])).toEqual([]);
});
