import { expect, test } from "vitest";
import { safeShare } from "../../../src/analysis/shares.js";

test("a part of nothing has no share", () => {
  expect(safeShare(0, 0)).toBeNull();
});

test("a whole that is measured twice is all of itself, whichever way the last digit falls", () => {
  expect(safeShare(0.1 + 0.2, 0.3)).toBe(1);
  expect(safeShare(0.3, 0.1 + 0.2)).toBe(1);
});

test("a part that lacks a millionth of a millionth and more is not all", () => {
  expect(safeShare(1 - 2e-12, 1)).toBeLessThan(1);
});

test("less than nothing, by rounding, is nothing", () => {
  expect(safeShare(-1e-9, 5)).toBe(0);
});
