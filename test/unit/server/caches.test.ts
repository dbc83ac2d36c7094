import fc from "fast-check";
import { expect, test } from "vitest";
import { admissionFilter } from "../../../src/server/dataset/admission-filter.js";
import { boundedCache } from "../../../src/server/dataset/cache.js";

test("what was not used longest goes first", () => {
  const cache = boundedCache<number>(100);
  for (let i = 0; i < 10; i++) cache.set(String(i), i, 10);

  cache.get("0");
  cache.set("new", 10, 10);

  expect(cache.get("0")).toBe(0);
  expect(cache.get("1")).toBeUndefined();
  expect(cache.get("new")).toBe(10);
});

test("what alone would take a large part of the room is not kept", () => {
  const cache = boundedCache<string>(100);

  cache.set("large", "large", 11);

  expect(cache.get("large")).toBeUndefined();
  expect(cache.size).toBe(0);
});

test("it never holds more than it may, and its size is that of what it holds", () => {
  const uses = fc.array(fc.record({ key: fc.constantFrom(..."abcdefghij"), size: fc.nat(12) }), { maxLength: 200 });
  fc.assert(
    fc.property(uses, (all) => {
      const cache = boundedCache<number>(100);
      for (const { key, size } of all) cache.set(key, size, size);
      const held = [..."abcdefghij"].map((key) => cache.get(key) ?? 0).reduce((sum, size) => sum + size, 0);

      expect(cache.size).toBeLessThanOrEqual(100);
      expect(cache.size).toBe(held);
    }),
  );
});

test("a key is known from the second time on", () => {
  const isAskedBefore = admissionFilter();

  expect(["a", "b", "a", "b", "c"].map(isAskedBefore)).toEqual([false, false, true, true, false]);
});
