import { type EqualAreaPlane, planeFor } from "../geometry/equal-area-plane.js";
import type { IndexedFacts } from "../model/facts.js";

/** The plane that an edition was measured in: that of the box around all its areas. */
export function editionPlane(facts: IndexedFacts): EqualAreaPlane {
  return planeOfEditions([facts]);
}

/** One plane for several editions. */
export function planeOfEditions(editions: readonly IndexedFacts[]): EqualAreaPlane {
  const boxes = editions
    .flatMap(({ footprints, authorities, members }) => [...footprints, ...authorities, ...members])
    .map(({ bbox }) => bbox);
  const [west, south, east, north] = ([0, 1, 2, 3] as const).map((side) => boxes.map((box) => box[side]));
  return planeFor([least(west), least(south), most(east), most(north)]);
}

// Spread into Math.min, ten thousands of areas would be ten thousands of arguments.
function least(values: readonly number[] = []): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: readonly number[] = []): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
