import { areaText, someOf } from "../doctor/finding.js";
import { type LandInTwo, landTwice } from "../doctor/land-twice.js";
import { kmSquaredText, kmText, percentText } from "../doctor/lengths.js";
import { sliversText } from "../doctor/overlaps-inside.js";
import type { LayerToMeasure } from "./derived-tolerance.js";
import { ImportError, type ImportProblem } from "./import-error.js";

// Of a layer's land, in two of its areas: more is no drawing error, and shares and people would be wrong by as much.
const MOST_TWICE_SHARE = 0.01;

/**
 * What is to be said of the land that areas of a layer have twice, a sentence a fact.
 *
 * @throws {ImportError} when an area is there twice or lies within another, or more than a hundredth of the land counts
 *   twice: a layer is to cover its land once
 */
export function checkLandOnce({ file, areas, measured }: LayerToMeasure): string[] {
  const twice = landTwice(measured);
  const { pairs } = twice;
  const nested = pairs.filter(({ kind }) => kind !== "PARTLY");
  if (nested.length > 0) throw new ImportError(...nested.map((pair) => nestedProblem(pair, areas)));
  const twiceM2 = pairs.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const share = twiceM2 / measured.areaM2.reduce((sum, areaM2) => sum + areaM2, 0);
  const [largest] = pairs;
  const counted = pairs.length === 1 ? "1 pair of areas has" : `${pairs.length} pairs of areas have`;
  const what = `${counted} land in common, ${kmSquaredText(twiceM2)} or ${percentText(share)} of the layer`;
  const most = largest === undefined ? "" : `most ${pairText(largest, areas)}`;
  if (share > MOST_TWICE_SHARE) {
    throw new ImportError({
      where: file.file,
      what: `${what}: ${most}`,
      remedy: "give areas that cover the land once; doctor names every pair and draws what they share",
    });
  }
  const slivers = sliversText(twice);
  return [
    ...(largest === undefined ? [] : [`${file.file}: ${what}, which counts for both: ${most}.`]),
    ...(slivers === null ? [] : [`${file.file}: ${slivers}.`]),
  ];
}

type Areas = LayerToMeasure["areas"];

function nestedProblem({ larger, smaller, kind, areaM2 }: LandInTwo, areas: Areas): ImportProblem {
  const [one, other] = [areas[larger], areas[smaller]];
  const whole = one === undefined ? "another" : areaText(one);
  return {
    where: other?.where ?? "",
    what: kind === "SAME" ? `is the same land as ${whole}` : `lies within ${whole}: ${kmSquaredText(areaM2)} of both`,
    remedy:
      kind === "SAME"
        ? "take one of them out"
        : "give areas of one level alone, or cut the inner one out of the outer one",
  };
}

function pairText({ larger, smaller, areaM2, share, thicknessM }: LandInTwo, areas: Areas): string {
  const names = [larger, smaller].flatMap((i) => areas[i] ?? []).map(areaText);
  return `${someOf(names).replace(", ", " and ")}, ${kmSquaredText(areaM2)}, ${percentText(share)} of the smaller, ${kmText(thicknessM)} thick`;
}
