import { NO_AREA, type OverlapPair } from "@coterminous/overlap";
import type { DataQuality, QualityCheck } from "../model/facts.js";
import type { LayerPairs } from "./compute-overlaps.js";
import type { EditionLayer, PreparedEdition } from "./prepare-layers.js";

const MAX_ROUNDING_SHARE = 1e-9; // of an area

/** Checks an edition's figures against each other: parts against wholes, points against areas. */
export function dataQuality(edition: PreparedEdition, pairs: LayerPairs): DataQuality {
  const { footprints, upperTier, lowerTier, members } = edition;
  const residuals = [
    ...residualsOf(footprints, upperTier, pairs.upper),
    ...residualsOf(footprints, lowerTier, pairs.lower),
    ...residualsOf(footprints, members, pairs.members),
  ];
  const worst = residuals.reduce((a, b) => (b.share > a.share ? b : a), { share: 0, name: "" });
  const passed = worst.share <= MAX_ROUNDING_SHARE;
  const sums: QualityCheck = {
    name: "parts sum to wholes",
    passed,
    detail: passed
      ? "Every area equals the sum of its overlaps to within a billionth of itself."
      : `${worst.name} differs most from the sum of its overlaps: by ${(100 * worst.share).toPrecision(3)} % of its area. One layer does not cover what the other does.`,
  };
  const layers = [footprints, upperTier, lowerTier, members].filter(({ areas }) => areas.length > 0);
  const blocks = layers.map(blocksCheck).filter((check) => check !== null);
  return { worstResidual: Math.min(1, worst.share), checks: [sums, ...blocks] };
}

function residualsOf(footprints: EditionLayer, others: EditionLayer, pairs: readonly OverlapPair[]) {
  const ofFootprint = new Float64Array(footprints.areas.length);
  const ofOther = new Float64Array(others.areas.length);
  for (const { a: footprint, b: other, areaM2 } of pairs) {
    ofFootprint[footprint] = (ofFootprint[footprint] ?? 0) + areaM2;
    ofOther[other] = (ofOther[other] ?? 0) + areaM2;
  }
  if (others.areas.length === 0) return [];
  return [...layerResiduals(footprints, ofFootprint), ...layerResiduals(others, ofOther)];
}

function layerResiduals({ areas, prepared }: EditionLayer, sums: Float64Array) {
  return areas.map(({ code, name }, i) => {
    const whole = prepared.areaM2[i] ?? 0;
    return { share: whole === 0 ? 0 : Math.abs(whole - (sums[i] ?? 0)) / whole, name: `${name} (${code})` };
  });
}

function blocksCheck({ name, areaOfBlock }: EditionLayer): QualityCheck | null {
  if (areaOfBlock === null) return null;
  const outside = areaOfBlock.filter((area) => area === NO_AREA).length;
  return {
    name: `blocks lie in ${name.replace("_", " ")}`,
    passed: outside === 0,
    detail:
      outside === 0
        ? `The points of all ${areaOfBlock.length} blocks lie in an area of the layer.`
        : `The points of ${outside} of ${areaOfBlock.length} blocks lie in no area of the layer; their people count nowhere.`,
  };
}
