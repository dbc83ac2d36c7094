import type { Position } from "geojson";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { grouped } from "../model/grouped.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";
import { LEAST_M2 } from "./least-overlap.js";

type Ring = Position[];

/** A hole and the polygon it is published with. */
export interface Hole {
  /** The area, and the polygon of it, by index. */
  readonly owner: number;
  readonly polygon: number;
  readonly outer: Ring;
  readonly ring: Ring;
}

/** What is wrong with where a hole lies. */
export interface HoleReading {
  readonly kind:
    | "OUTSIDE" // no land of its polygon lies in it
    | "ACROSS" // part of it lies beyond its polygon
    | "SHARED"; // another hole of the polygon has some of it
  readonly hole: Hole;
  /** What lies beyond the polygon, or in two holes. */
  readonly areaM2: number;
}

/** Holes that do not lie inside their outer ring, or lie over each other; by area. */
export function holeReadings(
  holes: readonly Hole[],
  plane: EqualAreaPlane,
): ReadonlyMap<number, readonly HoleReading[]> {
  const outers = [...new Set(holes.map(({ outer }) => outer))];
  const outerIndex = new Map(outers.map((outer, i) => [outer, i]));
  const [outerLayer, holeLayer] = [
    ringsLayer(outers, plane),
    ringsLayer(
      holes.map(({ ring }) => ring),
      plane,
    ),
  ];
  const insideM2 = new Float64Array(holes.length);
  for (const { a, b, areaM2 } of layerOverlaps(outerLayer, holeLayer)) {
    const hole = holes[b];
    if (hole !== undefined && outerIndex.get(hole.outer) === a) insideM2[b] = areaM2;
  }
  const misplaced = holes.flatMap((hole, i): HoleReading[] => {
    const beyondM2 = (holeLayer.areaM2[i] ?? 0) - (insideM2[i] ?? 0);
    if (beyondM2 <= LEAST_M2) return [];
    return [{ kind: (insideM2[i] ?? 0) <= LEAST_M2 ? "OUTSIDE" : "ACROSS", hole, areaM2: beyondM2 }];
  });
  const shared = layerOverlaps(holeLayer, holeLayer).flatMap(({ a, b, areaM2 }): HoleReading[] => {
    const [one, other] = [holes[a], holes[b]];
    const isShared = a < b && one?.outer === other?.outer && areaM2 > LEAST_M2;
    return isShared && other !== undefined ? [{ kind: "SHARED", hole: other, areaM2 }] : [];
  });
  return grouped([...misplaced, ...shared], ({ hole }) => hole.owner);
}

/** Rings as a layer, each filled. */
export function ringsLayer(rings: readonly Ring[], plane: EqualAreaPlane): MeasuredLayer {
  return measuredLayer(
    rings.map((ring, i) => ({ code: `${i}`, boundary: { type: "Polygon", coordinates: [ring] } })),
    plane,
  );
}
