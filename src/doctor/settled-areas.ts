import { planeFor } from "../geometry/equal-area-plane.js";
import { boxOf } from "./box-of.js";
import type { ExaminedArea } from "./finding.js";
import type { SettledAreas } from "./settled.js";
import { settledHoles } from "./settled-holes.js";
import { settledParts } from "./settled-parts.js";

/**
 * Areas of one layer with their rings where rings belong: holes inside their outer ring and apart, parts apart.
 *
 * Each ring is to be sound by itself. What the layer does not decide is read as the roles of the rings say, and refused
 * when that decides on more than a hundredth of an area.
 */
export function settledAreas<Area extends ExaminedArea>(areas: readonly Area[]): SettledAreas<Area> {
  if (areas.length === 0) return { areas, mends: [], refused: [] };
  const plane = planeFor(boxOf(...areas.map(({ boundary }) => boundary)));
  const holes = settledHoles(areas, plane);
  const parts = settledParts(holes.areas, plane);
  return {
    areas: parts.areas,
    mends: [...holes.mends, ...parts.mends],
    refused: [...holes.refused, ...parts.refused],
  };
}
