import { boxAroundAll } from "../geometry/box-around.js";
import type { Boundary, LonLatBox } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import { boundaryBox } from "./boundary-box.js";
import type { ProblemList } from "./problem.js";

/** Each area's boundary by layer and code. */
export type BoundariesByLayer = Readonly<Record<LayerName, ReadonlyMap<string, Boundary>>>;

const TURN_DEGREES = 360;

/**
 * Notes each layer that lies wholly elsewhere than the footprints: nothing could be measured, and most often one of the
 * two has its axes swapped or its coordinates in another system.
 */
export function checkExtents(byLayer: BoundariesByLayer, problems: ProblemList): void {
  const footprints = extent(byLayer, "footprints");
  if (footprints === null) return;
  for (const layer of ["upper_tier", "lower_tier", "members"] as const) {
    const other = extent(byLayer, layer);
    if (other === null || meet(footprints, other)) continue;
    problems.add(
      layer,
      inWords(other),
      `areas that meet the footprints, which lie within ${inWords(footprints)}: see that both files are of one place, give longitude before latitude, and are in WGS 84 (EPSG:4326)`,
    );
  }
}

function extent(byLayer: BoundariesByLayer, layer: LayerName): LonLatBox | null {
  const boxes = [...byLayer[layer].values()].map(boundaryBox);
  return boxes.length === 0 ? null : boxAroundAll(boxes);
}

// Boxes on either side of the antimeridian meet there.
function meet(one: LonLatBox, other: LonLatBox): boolean {
  const [a, b] = [unrolled(one), unrolled(other)];
  const isLatShared = a[1] <= b[3] && b[1] <= a[3];
  return isLatShared && [-TURN_DEGREES, 0, TURN_DEGREES].some((turn) => a[0] <= b[2] + turn && b[0] + turn <= a[2]);
}

// A box over the antimeridian, its east counted on beyond 180.
function unrolled([west, south, east, north]: LonLatBox): LonLatBox {
  return [west, south, west <= east ? east : east + TURN_DEGREES, north];
}

function inWords([west, south, east, north]: LonLatBox): string {
  return `longitude ${degrees(west)} to ${degrees(east)}, latitude ${degrees(south)} to ${degrees(north)}`;
}

function degrees(value: number): string {
  return String(Number(value.toFixed(2)));
}
