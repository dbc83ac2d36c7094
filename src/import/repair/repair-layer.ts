import { equalAreaProjection } from "@coterminous/overlap";
import { boundariesBbox } from "../crs/map-coordinates.js";
import { repairHoles } from "./repair-holes.js";
import { repairParts } from "./repair-parts.js";
import type { InspectedArea, RepairedLayer } from "./result.js";

/**
 * Areas of one layer with their rings where rings belong: holes inside their outer ring and apart, parts apart.
 *
 * Each ring is to be sound by itself. What the layer does not decide is read as the roles of the rings say, and refused
 * when that decides on more than a hundredth of an area.
 */
export function repairLayer<Area extends InspectedArea>(areas: readonly Area[]): RepairedLayer<Area> {
  if (areas.length === 0) return { areas, repairs: [], unrepairable: [] };
  const plane = equalAreaProjection(boundariesBbox(...areas.map(({ boundary }) => boundary)));
  const holes = repairHoles(areas, plane);
  const parts = repairParts(holes.areas, plane);
  return {
    areas: parts.areas,
    repairs: [...holes.repairs, ...parts.repairs],
    unrepairable: [...holes.unrepairable, ...parts.unrepairable],
  };
}
