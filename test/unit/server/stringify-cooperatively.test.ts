import fc from "fast-check";
import { expect, test } from "vitest";
import { createScheduler } from "../../../src/server/graphql/event-loop-scheduler.js";
import { stringifyCooperatively } from "../../../src/server/graphql/stringify-cooperatively.js";

test("a text written in turns is that of JSON.stringify", async () => {
  const plain = fc.jsonValue({ maxDepth: 5 });
  const withGaps = fc.dictionary(fc.string(), fc.option(plain, { nil: undefined }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(plain, withGaps, fc.array(withGaps)), async (value) => {
      expect(await stringifyCooperatively(value, createScheduler())).toBe(JSON.stringify(value));
    }),
  );
});

test("others have their turn while boundaries are written", async () => {
  const ring = Array.from({ length: 20_000 }, (_, i) => [i / 7, i / 11]);
  const boundary = { type: "Polygon", coordinates: [ring] };
  const nodes = Array.from({ length: 20 }, (_, i) => ({ code: `A${i}`, boundary }));
  let turnCount = 0;
  const counting = setInterval(() => turnCount++, 0);

  const text = await stringifyCooperatively({ authorities: { nodes } }, createScheduler(1));
  clearInterval(counting);

  expect(text).toBe(JSON.stringify({ authorities: { nodes } }));
  expect(turnCount).toBeGreaterThan(5);
});
