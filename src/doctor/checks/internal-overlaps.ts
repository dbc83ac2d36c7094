import { intersection } from "@coterminous/overlap";
import { describeSlivers, findOverlappingAreas } from "../../import/overlapping-areas.js";
import { areaLabel, firstPosition, formatArea, formatLength, formatPercent } from "../../import/repair/format.js";
import type { InspectedLayer } from "../../import/repair/result.js";
import type { Finding } from "../finding.js";

/** Land in two areas of a layer: a finding for each pair, one for all slivers. */
export function findInternalOverlaps({ title, areas, prepared }: InspectedLayer): Finding[] {
  const overlapping = findOverlappingAreas(prepared);
  const findings = overlapping.pairs.flatMap(({ larger, smaller, areaM2, share, thicknessM, kind }): Finding[] => {
    const [one, other] = [areas[larger], areas[smaller]];
    if (one === undefined || other === undefined) return [];
    const [outer, inner, size] = [areaLabel(one), areaLabel(other), formatArea(areaM2)];
    const what = {
      SAME: `${outer} and ${inner} are the same land: remove one of them`,
      WITHIN: `${inner} lies within ${outer}, and its ${size} count for both: cut it out of ${outer}, or remove it`,
      PARTLY: `${outer} and ${inner} overlap by ${size}, ${formatLength(thicknessM)} thick and ${formatPercent(share)} of ${inner}: the land counts for both`,
    }[kind];
    const shape = kind === "PARTLY" ? intersection(prepared, larger, prepared, smaller) : other.boundary;
    return [
      {
        kind: kind === "SAME" ? "DUPLICATE" : "OVERLAP",
        layer: title,
        areas: [outer, inner],
        what,
        mended: null,
        at: firstPosition(shape),
        shape,
      },
    ];
  });
  const slivers = describeSlivers(overlapping);
  if (slivers === null) return findings;
  return [
    ...findings,
    { kind: "OVERLAP", layer: title, areas: [], what: slivers, mended: null, at: null, shape: null },
  ];
}
