import type { Boundary, LonLatBox } from "../../model/boundary.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { LayerName } from "../../model/layer.js";

/** How many areas of a layer may share land with a geometry as a client sends it, its positions not checked yet. */
export type AreasMeeting = (layer: LayerName, geometry: Boundary) => number;

/** Counts areas by their boxes: no fewer than are found when it is measured. */
export function areasMeeting({ footprints, authorities, members }: IndexedFacts): AreasMeeting {
  const layers = { footprints, upper_tier: authorities, lower_tier: authorities, members };
  return (layer, geometry) => {
    const box = boxOf(geometry);
    let count = 0;
    for (const { bbox } of layers[layer]) if (box === null || mayMeet(bbox, box)) count += 1;
    return count;
  };
}

/** null when its positions say nothing of where it lies. */
function boxOf({ type, coordinates }: Boundary): LonLatBox | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons: readonly unknown[] = type === "Polygon" ? [coordinates] : coordinates;
  for (const polygon of polygons) {
    const outer: unknown = Array.isArray(polygon) ? polygon[0] : null;
    if (!Array.isArray(outer)) return null;
    for (const position of outer) {
      const [lon, lat]: readonly unknown[] = Array.isArray(position) ? position : [];
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
      box[0] = Math.min(box[0], lon as number);
      box[1] = Math.min(box[1], lat as number);
      box[2] = Math.max(box[2], lon as number);
      box[3] = Math.max(box[3], lat as number);
    }
  }
  return box;
}

// A box over the antimeridian, its west larger than its east, may be met at any longitude.
function mayMeet([west, south, east, north]: LonLatBox, other: LonLatBox): boolean {
  if (north < other[1] || south > other[3]) return false;
  return west > east || (east >= other[0] && west <= other[2]);
}
