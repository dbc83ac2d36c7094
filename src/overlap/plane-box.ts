import { floatAt } from "../geometry/element.js";
import type { MeasuredLayer } from "./measured-layer.js";

/** A box in the plane, metres; empty when a side is longer than nothing the wrong way. */
export interface PlaneBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box of an area. */
export function areaBox({ boxes }: MeasuredLayer, area: number): PlaneBox {
  return {
    west: floatAt(boxes, 4 * area),
    south: floatAt(boxes, 4 * area + 1),
    east: floatAt(boxes, 4 * area + 2),
    north: floatAt(boxes, 4 * area + 3),
  };
}

/** What two boxes share. */
export function boxOverlap(p: PlaneBox, q: PlaneBox): PlaneBox {
  return {
    west: Math.max(p.west, q.west),
    south: Math.max(p.south, q.south),
    east: Math.min(p.east, q.east),
    north: Math.min(p.north, q.north),
  };
}

/** The smallest box round both. */
export function boxAround(p: PlaneBox, q: PlaneBox): PlaneBox {
  return {
    west: Math.min(p.west, q.west),
    south: Math.min(p.south, q.south),
    east: Math.max(p.east, q.east),
    north: Math.max(p.north, q.north),
  };
}
