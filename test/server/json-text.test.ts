import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "../../src/server/graphql/json-text.js";
import { turns } from "../../src/server/graphql/turns.js";

test("a text written in turns is that of JSON.stringify", async () => {
  const plain = fc.jsonValue({ maxDepth: 5 });
  const withGaps = fc.dictionary(fc.string(), fc.option(plain, { nil: undefined }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(plain, withGaps, fc.array(withGaps)), async (value) => {
      expect(await jsonText(value, turns())).toBe(JSON.stringify(value));
    }),
  );
});

test("others have their turn while boundaries are written", async () => {
  const ring = Array.from({ length: 20_000 }, (_, i) => [i / 7, i / 11]);
  const boundary = { type: "Polygon", coordinates: [ring] };
  const nodes = Array.from({ length: 20 }, (_, i) => ({ code: `A${i}`, boundary }));
  let turnCount = 0;
  const counting = setInterval(() => turnCount++, 0);

  const text = await jsonText({ authorities: { nodes } }, turns(1));
  clearInterval(counting);

  expect(text).toBe(JSON.stringify({ authorities: { nodes } }));
  expect(turnCount).toBeGreaterThan(5);
});
