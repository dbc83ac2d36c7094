import { equalAreaProjection } from "@coterminous/overlap";
import { coordinateBox, EMPTY_BOX } from "../formats/vector-layer.js";
import { repairHoles } from "./repair-holes.js";
import { repairParts } from "./repair-parts.js";
import type { InspectedArea, RepairedLayer } from "./result.js";

/**
 * Repairs the areas of one layer, whose rings are valid one by one: holes end up inside their outer ring and disjoint,
 * parts disjoint.
 *
 * The rest of the layer decides where it can; elsewhere rings are read by their roles, and an area is rejected when more
 * than MAX_AMBIGUOUS_SHARE of it depends on that.
 */
export function repairLayer<Area extends InspectedArea>(areas: readonly Area[]): RepairedLayer<Area> {
  const plane = equalAreaProjection(coordinateBox(areas.map(({ boundary }) => boundary)) ?? EMPTY_BOX);
  const holes = repairHoles(areas, plane);
  const parts = repairParts(holes.areas, plane);
  return {
    areas: parts.areas,
    repairs: [...holes.repairs, ...parts.repairs],
    unrepairable: [...holes.unrepairable, ...parts.unrepairable],
  };
}
