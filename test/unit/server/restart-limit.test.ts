import { expect, test } from "vitest";
import { restartLimit } from "../../../src/server/cluster/primary.js";

test("workers are replaced until too many have crashed recently, and again when that is long ago", () => {
  const mayRestart = restartLimit(2, 60_000);

  expect([0, 1_000, 2_000].map(mayRestart)).toEqual([true, true, false]);
  expect(mayRestart(62_001)).toBe(true);
});
