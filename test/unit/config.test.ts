import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config.js";

test("as many processes serve as somebody says", () => {
  expect(loadConfig({ COTERMINOUS_PROCESSES: "12" }).processCount).toBe(12);
});

test("when nobody says, it is one for each core, and never none or more than four", () => {
  const { processCount } = loadConfig({});

  expect(processCount).toBeGreaterThanOrEqual(1);
  expect(processCount).toBeLessThanOrEqual(Math.min(4, availableParallelism()));
});

test.each(["0", "-1", "1.5", "two", "1000"])("%s processes are refused", (text) => {
  expect(() => loadConfig({ COTERMINOUS_PROCESSES: text })).toThrow(
    `COTERMINOUS_PROCESSES is "${text}"; expected a number from 1 to 999`,
  );
});
