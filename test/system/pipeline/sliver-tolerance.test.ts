import { describe, expect, it } from "vitest";
import { defaultSliverToleranceM } from "../../../packages/overlap/src/overlay/sliver-tolerance.js";
import { readEdition } from "../../../src/edition/read-edition.js";
import { prepareLayers } from "../../../src/pipeline/prepare-layers.js";

describe("the tolerance of a shipped edition", () => {
  it.each(["stp-2017", "icb-2024"])("of %s is what the rule gives for its coarser tier, to the metre", (id) => {
    const source = readEdition(`geodata/${id}`);
    const { footprints, upperTier, lowerTier } = prepareLayers(source);

    const byRule = [upperTier, lowerTier].map(({ prepared: measured }) =>
      defaultSliverToleranceM(footprints.prepared, measured),
    );

    expect(source.edition.sliverToleranceM).toBe(Math.round(Math.max(...byRule)));
  });
});
