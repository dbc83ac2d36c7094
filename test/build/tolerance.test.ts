import { describe, expect, it } from "vitest";
import { measuredEdition } from "../../src/build/measured-edition.js";
import { readEdition } from "../../src/geodata/read-edition.js";
import { defaultToleranceM } from "../../src/overlap/default-tolerance.js";

describe("the tolerance of a shipped edition", () => {
  it.each(["stp-2017", "icb-2024"])("of %s is what the rule gives for its coarser tier, to the metre", (id) => {
    const source = readEdition(`geodata/${id}`);
    const { footprints, upperTier, lowerTier } = measuredEdition(source);

    const byRule = [upperTier, lowerTier].map(({ measured }) => defaultToleranceM(footprints.measured, measured));

    expect(source.edition.sliverToleranceM).toBe(Math.round(Math.max(...byRule)));
  });
});
