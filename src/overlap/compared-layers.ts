import type { LayerComparison } from "../model/layer-comparison.js";
import { areasAtPoints, IN_NONE } from "./areas-at-points.js";
import { layerOverlaps } from "./layer-overlaps.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { overlapThicknessM } from "./thickness.js";

/** Points with their people: longitude and latitude of each in turn, degrees. */
export interface PeopleAtPoints {
  readonly lonLats: Float64Array;
  readonly populations: Int32Array;
}

/** Who is counted, and from where on thickness matters. */
export interface ComparisonOptions {
  readonly people: PeopleAtPoints | null;
  /** Metres: what is too small to hold such a circle is not measured further. */
  readonly leastThicknessM: number;
}

/** Every two areas of two layers in one plane that share land or people, by the first's index and then the second's. */
export function comparedLayers(
  before: MeasuredLayer,
  after: MeasuredLayer,
  { people, leastThicknessM }: ComparisonOptions,
): LayerComparison {
  const areas = new Map(
    layerOverlaps(before, after).map(({ a, b, areaM2 }) => [a * after.codes.length + b, areaM2] as const),
  );
  const populations = people === null ? null : pairPopulations(before, after, people);
  const leastM2 = (Math.PI / 4) * Math.max(1, leastThicknessM) ** 2;
  const keys = [...new Set([...areas.keys(), ...(populations?.keys() ?? [])])].sort((p, q) => p - q);
  return keys.map((key) => {
    const [a, b] = [Math.floor(key / after.codes.length), key % after.codes.length];
    const areaM2 = areas.get(key) ?? 0;
    return {
      beforeCode: before.codes[a] ?? "",
      afterCode: after.codes[b] ?? "",
      areaM2,
      population: populations === null ? null : (populations.get(key) ?? 0),
      thicknessM: areaM2 < leastM2 ? 0 : overlapThicknessM(before, a, after, b),
    };
  });
}

function pairPopulations(
  before: MeasuredLayer,
  after: MeasuredLayer,
  { lonLats, populations }: PeopleAtPoints,
): Map<number, number> {
  const [inBefore, inAfter] = [areasAtPoints(before, lonLats), areasAtPoints(after, lonLats)];
  const people = new Map<number, number>();
  for (const [i, population] of populations.entries()) {
    const [a = IN_NONE, b = IN_NONE] = [inBefore[i], inAfter[i]];
    if (a === IN_NONE || b === IN_NONE) continue;
    const key = a * after.codes.length + b;
    people.set(key, (people.get(key) ?? 0) + population);
  }
  return people;
}
