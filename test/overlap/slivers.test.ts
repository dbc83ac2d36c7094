import { describe, expect, it } from "vitest";
import { seeded } from "../../bench/harness.js";
import { planeFor } from "../../src/geometry/equal-area-plane.js";
import { defaultToleranceM } from "../../src/overlap/default-tolerance.js";
import { layerOverlaps } from "../../src/overlap/layer-overlaps.js";
import type { LayerArea } from "../../src/overlap/layer-rings.js";
import { type MeasuredLayer, measuredLayer } from "../../src/overlap/measured-layer.js";
import { overlapIsThicker } from "../../src/overlap/thickness.js";
import { HAS_INPUT_FILES, NEEDS_INPUT_FILES } from "../support/input-files.js";
import { box, drawnArea, drawnLayer } from "./drawn-areas.js";
import { ENGLAND_BOX, officialLayer } from "./input-layers.js";
import { IS_LONG_RUN } from "./random-cases.js";
import { type ShippedEdition, shippedLayer } from "./shipped-layers.js";
import { simplifiedLayer } from "./simplified-layer.js";

const PLANE = planeFor(ENGLAND_BOX);

function measured(areas: readonly LayerArea[]): MeasuredLayer {
  return measuredLayer(areas, PLANE);
}

// The rule: real when it is most of either side, or thicker than the tolerance.
function realPairs(a: MeasuredLayer, b: MeasuredLayer): string[] {
  const toleranceM = defaultToleranceM(a, b);
  return layerOverlaps(a, b)
    .filter((pair) => {
      const smallerM2 = Math.min(a.areaM2[pair.a] ?? 0, b.areaM2[pair.b] ?? 0);
      return pair.areaM2 > smallerM2 / 2 || overlapIsThicker(a, pair.a, b, pair.b, toleranceM);
    })
    .map((pair) => `${a.codes[pair.a]} ${b.codes[pair.b]}`);
}

function allPairs(a: MeasuredLayer, b: MeasuredLayer): string[] {
  return layerOverlaps(a, b).map((pair) => `${a.codes[pair.a]} ${b.codes[pair.b]}`);
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
      const footprints = measured(shippedLayer("stp-2017", "footprints"));
      const truth = allPairs(footprints, measured(shippedLayer("stp-2017", tier)));

      const real = realPairs(isCoarse ? measured(officialLayer("stp")) : footprints, measured(officialLayer(official)));

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
function chosenCases(): typeof CASES {
  if (IS_LONG_RUN) return CASES;
  const random = seeded(44);
  return [0, 3].map((i) => CASES[9 * i + Math.floor(random() * 9)]).flatMap((item) => item ?? []);
}

describe("layers simplified separately still have the true overlaps and no others:", () => {
  it.each(chosenCases())(
    "$edition, footprints at $ofFootprints m x $tier at $ofCouncils m",
    { timeout: 120_000 },
    ({ edition, tier, ofFootprints, ofCouncils }: { edition: ShippedEdition } & (typeof CASES)[number]) => {
      const footprints = shippedLayer(edition, "footprints");
      const councils = shippedLayer(edition, tier);

      const real = realPairs(
        measured(simplifiedLayer(footprints, ofFootprints)),
        measured(simplifiedLayer(councils, ofCouncils)),
      );

      expect(real).toEqual(allPairs(measured(footprints), measured(councils)));
    },
  );
});

describe("the default tolerance", () => {
  it("follows the coarser layer", () => {
    const fine = measured(shippedLayer("stp-2017", "lower_tier"));
    const coarse = measured(simplifiedLayer(shippedLayer("stp-2017", "footprints"), 300));

    expect(defaultToleranceM(fine, fine)).toBeGreaterThan(92);
    expect(defaultToleranceM(fine, coarse)).toBe(defaultToleranceM(coarse, fine));
    expect(defaultToleranceM(fine, coarse)).toBeGreaterThan(4 * defaultToleranceM(fine, fine));
  });

  it("of squares is a tenth of their width: straight edges are not rough", () => {
    const squares = drawnLayer(
      drawnArea("a", [box(0, 0, 10_000, 10_000)]),
      drawnArea("b", [box(10_000, 0, 20_000, 10_000)]),
    );

    expect(defaultToleranceM(squares, squares)).toBeCloseTo(1000, 0);
  });
});
