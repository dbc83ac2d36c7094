import { boxAroundAll } from "../../geometry/box-around.js";
import { type EqualAreaPlane, planeFor } from "../../geometry/equal-area-plane.js";
import type { IndexedFacts } from "../../model/facts.js";

/** The plane that an edition was measured in: that of the box around all its areas. */
export function editionPlane(facts: IndexedFacts): EqualAreaPlane {
  return planeOfEditions([facts]);
}

/** One plane for several editions. */
export function planeOfEditions(editions: readonly IndexedFacts[]): EqualAreaPlane {
  const areas = editions.flatMap(({ footprints, authorities, members }) => [...footprints, ...authorities, ...members]);
  return planeFor(boxAroundAll(areas.map(({ bbox }) => bbox)));
}
