import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../bench/harness.js";
import { isOverlapThicker } from "../../../packages/overlap/src/inscribed-circle/thickness.js";
import type { LayerArea } from "../../../packages/overlap/src/layer/layer-coordinates.js";
import { type PreparedLayer, prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { overlayAreas } from "../../../packages/overlap/src/overlay/overlay-areas.js";
import { defaultSliverToleranceM } from "../../../packages/overlap/src/overlay/sliver-tolerance.js";
import { equalAreaProjection } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { areaFromRings, boxRing, layerFromAreas } from "../../../packages/overlap/test/draw-areas.js";
import { IS_LONG_RUN } from "../../../packages/overlap/test/random-cases.js";
import { HAS_INPUT_FILES, NEEDS_INPUT_FILES } from "../../support/input-files.js";
import { ENGLAND_BOX, readOfficialLayer } from "../../support/input-layers.js";
import { readShippedLayer, type ShippedEdition } from "../../support/shipped-layers.js";
import { simplifyLayer } from "./simplify-layer.js";

const PLANE = equalAreaProjection(ENGLAND_BOX);

function prepare(areas: readonly LayerArea[]): PreparedLayer {
  return prepareLayer(areas, PLANE);
}

// The rule: real when it is most of either side, or thicker than the tolerance.
function realPairs(a: PreparedLayer, b: PreparedLayer): string[] {
  const toleranceM = defaultSliverToleranceM(a, b);
  return overlayAreas(a, b)
    .filter((pair) => {
      const smallerM2 = Math.min(a.areaM2[pair.a] ?? 0, b.areaM2[pair.b] ?? 0);
      return pair.areaM2 > smallerM2 / 2 || isOverlapThicker(a, pair.a, b, pair.b, toleranceM);
    })
    .map((pair) => `${a.codes[pair.a]} ${b.codes[pair.b]}`);
}

function allPairs(a: PreparedLayer, b: PreparedLayer): string[] {
  return overlayAreas(a, b).map((pair) => `${a.codes[pair.a]} ${b.codes[pair.b]}`);
}

describe.skipIf(!HAS_INPUT_FILES)(
  `with the default tolerance (${NEEDS_INPUT_FILES}), only the true overlaps are real:`,
  () => {
    const cases = [
      ["footprints dissolved from the blocks x official districts", "lad", "lower_tier", false],
      ["footprints as published at 500 m x official counties and unitaries", "ctyua", "upper_tier", true],
    ] as const;
    const otherCases = [
      ["footprints dissolved from the blocks x official counties and unitaries", "ctyua", "upper_tier", false],
      ["footprints as published at 500 m x official districts", "lad", "lower_tier", true],
    ] as const;
    const others = IS_LONG_RUN ? "%s" : "%s (the same the other way about: with COTERMINOUS_LONG_TESTS=1)";

    it.each(cases)("%s", { timeout: 120_000 }, holds);
    it.skipIf(!IS_LONG_RUN).each(otherCases)(others, { timeout: 120_000 }, holds);

    function holds(_fact: string, official: "lad" | "ctyua", tier: "lower_tier" | "upper_tier", isCoarse: boolean) {
      const footprints = prepare(readShippedLayer("stp-2017", "footprints"));
      const truth = allPairs(footprints, prepare(readShippedLayer("stp-2017", tier)));

      const real = realPairs(
        isCoarse ? prepare(readOfficialLayer("stp")) : footprints,
        prepare(readOfficialLayer(official)),
      );

      expect(truth).toHaveLength(tier === "lower_tier" ? 343 : 170);
      expect(real).toEqual(truth);
    }
  },
);

const TOLERANCES_M = [20, 100, 300];
const CASES = (["stp-2017", "icb-2024"] as const).flatMap((edition) =>
  (["upper_tier", "lower_tier"] as const).flatMap((tier) =>
    TOLERANCES_M.flatMap((ofFootprints) =>
      TOLERANCES_M.map((ofCouncils) => ({ edition, tier, ofFootprints, ofCouncils })),
    ),
  ),
);

// Every pair of tolerances in the long run; otherwise two of the 36, chosen by a seed: one of each edition and tier.
function sampleCases(): typeof CASES {
  if (IS_LONG_RUN) return CASES;
  const random = seededRandom(44);
  return [0, 3].map((i) => CASES[9 * i + Math.floor(random() * 9)]).flatMap((item) => item ?? []);
}

describe("layers simplified separately still have the true overlaps and no others:", () => {
  it.each(sampleCases())(
    "$edition, footprints at $ofFootprints m x $tier at $ofCouncils m",
    { timeout: 120_000 },
    ({ edition, tier, ofFootprints, ofCouncils }: { edition: ShippedEdition } & (typeof CASES)[number]) => {
      const footprints = readShippedLayer(edition, "footprints");
      const councils = readShippedLayer(edition, tier);

      const real = realPairs(
        prepare(simplifyLayer(footprints, ofFootprints)),
        prepare(simplifyLayer(councils, ofCouncils)),
      );

      expect(real).toEqual(allPairs(prepare(footprints), prepare(councils)));
    },
  );
});

describe("the default tolerance", () => {
  it("follows the coarser layer", () => {
    const fine = prepare(readShippedLayer("stp-2017", "lower_tier"));
    const coarse = prepare(simplifyLayer(readShippedLayer("stp-2017", "footprints"), 300));

    expect(defaultSliverToleranceM(fine, fine)).toBeGreaterThan(92);
    expect(defaultSliverToleranceM(fine, coarse)).toBe(defaultSliverToleranceM(coarse, fine));
    expect(defaultSliverToleranceM(fine, coarse)).toBeGreaterThan(4 * defaultSliverToleranceM(fine, fine));
  });

  it("of squares is a tenth of their width: straight edges are not rough", () => {
    const squares = layerFromAreas(
      areaFromRings("a", [boxRing(0, 0, 10_000, 10_000)]),
      areaFromRings("b", [boxRing(10_000, 0, 20_000, 10_000)]),
    );

    expect(defaultSliverToleranceM(squares, squares)).toBeCloseTo(1000, 0);
  });
});
