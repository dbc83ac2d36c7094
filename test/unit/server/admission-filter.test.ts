import { expect, test } from "vitest";
import { admissionFilter } from "../../../src/server/dataset/admission-filter.js";

test("a key is recognised from the second time on", () => {
  const wasSeenRecently = admissionFilter();

  expect(["a", "b", "a", "b", "c"].map(wasSeenRecently)).toEqual([false, false, true, true, false]);
});
