import type { Box } from "../data/overview.js";
import { areFar, type Shapes } from "../data/shapes.js";
import type { Tier } from "../state/explorer-state.js";
import { boxOf } from "./box-of.js";
import { areaFeatures, tierLayer } from "./layers.js";

const TURN_DEGREES = 360;

/**
 * The narrowest box round an area's polygons: it runs over the antimeridian where that is the shorter way round, as it is
 * for Alaska. null for a code that is not on the map, and where the page does not read the shapes.
 */
export function shapeBox(shapes: Shapes, tier: Tier, code: string): Box | null {
  if (areFar(shapes)) return null;
  const features = (["footprints", tierLayer(tier)] as const).flatMap(
    (layer) => areaFeatures(shapes.topology, layer).features,
  );
  const geometry = features.find(({ properties }) => properties.code === code)?.geometry;
  if (!geometry) return null;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const boxes = polygons.map((coordinates) => boxOf({ type: "Polygon", coordinates }));
  const [west, east] = narrowestRange(boxes.map(([from, , to]) => [from, to]));
  return [west, Math.min(...boxes.map((box) => box[1])), east, Math.max(...boxes.map((box) => box[3]))];
}

/** What is left of the circle without the widest gap between ranges; west is larger than east over the antimeridian. */
function narrowestRange(ranges: readonly (readonly [number, number])[]): readonly [number, number] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const mostEast = Math.max(...ranges.map(([, east]) => east));
  let reached = mostEast - TURN_DEGREES;
  let widest = { degrees: -1, west: sorted[0]?.[0] ?? 0, east: mostEast };
  for (const [west, east] of sorted) {
    const isOver = reached < -TURN_DEGREES / 2;
    if (west - reached > widest.degrees)
      widest = { degrees: west - reached, west, east: isOver ? reached + TURN_DEGREES : reached };
    reached = Math.max(reached, east);
  }
  return [widest.west, widest.east];
}
