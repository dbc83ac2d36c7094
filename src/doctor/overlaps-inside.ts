import { overlapShape } from "../overlap/overlap-shape.js";
import { areaText, type ExaminedLayer, type Finding } from "./finding.js";
import { type LandTwice, landTwice } from "./land-twice.js";
import { kmText, m2Text, percentText } from "./lengths.js";
import { placeOf } from "./place-of.js";

/** Land that two areas of a layer both have: pair by pair, slivers in one sentence. */
export function overlapsInside({ title, areas, measured }: ExaminedLayer): Finding[] {
  const twice = landTwice(measured);
  const findings = twice.pairs.flatMap(({ larger, smaller, areaM2, share, thicknessM, kind }): Finding[] => {
    const [one, other] = [areas[larger], areas[smaller]];
    if (one === undefined || other === undefined) return [];
    const shape = kind === "PARTLY" ? overlapShape(measured, larger, measured, smaller) : other.boundary;
    const what = {
      SAME: `${areaText(one)} and ${areaText(other)} are the same land: take one of them out`,
      WITHIN: `${areaText(other)} lies within ${areaText(one)}, ${m2Text(areaM2)} that count for both: cut it out of it, or take it out`,
      PARTLY: `${areaText(one)} and ${areaText(other)} both have ${m2Text(areaM2)}, ${kmText(thicknessM)} thick and ${percentText(share)} of ${areaText(other)}: it counts for both`,
    }[kind];
    return [
      {
        kind: kind === "SAME" ? "DUPLICATE" : "OVERLAP",
        layer: title,
        areas: [one, other].map(areaText),
        what,
        mended: null,
        at: placeOf(shape),
        shape,
      },
    ];
  });
  const slivers = sliversText(twice);
  if (slivers === null) return findings;
  return [
    ...findings,
    { kind: "OVERLAP", layer: title, areas: [], what: slivers, mended: null, at: null, shape: null },
  ];
}

/** What is to be said of slivers between neighbours; null where there are none. */
export function sliversText({ slivers: { count, areaM2 }, toleranceM }: LandTwice): string | null {
  if (count === 0) return null;
  const pairs = count === 1 ? "1 pair of neighbours shares a sliver" : `${count} pairs of neighbours share slivers`;
  return `${pairs} no thicker than ${kmText(toleranceM)}, ${m2Text(areaM2)} in all: drawn twice, not quite alike`;
}
