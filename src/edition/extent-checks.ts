import type { Boundary, LonLatBox } from "@coterminous/overlap";
import { boundaryBbox, unionBbox } from "@coterminous/overlap";
import type { Position } from "geojson";
import type { LayerName } from "../model/layer.js";
import type { IssueCollector } from "./validation-issue.js";

/** Each area's boundary by layer and code. */
export type BoundariesByLayer = Readonly<Record<LayerName, ReadonlyMap<string, Boundary>>>;

const TURN_DEGREES = 360;

/**
 * Reports each layer that does not meet the footprints at all: usually one of the two has swapped axes or another
 * coordinate system.
 */
export function checkExtents(byLayer: BoundariesByLayer, problems: IssueCollector): void {
  const footprints = extent(byLayer, "footprints");
  if (footprints === null) return;
  for (const layer of ["upper_tier", "lower_tier", "members"] as const) {
    const other = extent(byLayer, layer);
    if (other === null || boxesMeet(footprints, other)) continue;
    problems.add(
      layer,
      describeBox(other),
      `areas that meet the footprints, which lie within ${describeBox(footprints)}: check that both files cover the same place, with longitude before latitude, in WGS 84 (EPSG:4326)`,
    );
  }
}

function extent(byLayer: BoundariesByLayer, layer: LayerName): LonLatBox | null {
  const boxes = [...byLayer[layer].values()].map(boundaryBbox);
  return boxes.length === 0 ? null : unionBbox(boxes);
}

// Boxes on both sides of the antimeridian meet there.
function boxesMeet(one: LonLatBox, other: LonLatBox): boolean {
  const [a, b] = [unwrapBox(one), unwrapBox(other)];
  const isLatShared = a[1] <= b[3] && b[1] <= a[3];
  return isLatShared && [-TURN_DEGREES, 0, TURN_DEGREES].some((turn) => a[0] <= b[2] + turn && b[0] + turn <= a[2]);
}

// The east of a box over the antimeridian becomes greater than 180.
function unwrapBox([west, south, east, north]: LonLatBox): LonLatBox {
  return [west, south, west <= east ? east : east + TURN_DEGREES, north];
}

function describeBox([west, south, east, north]: LonLatBox): string {
  return `longitude ${formatDegrees(west)} to ${formatDegrees(east)}, latitude ${formatDegrees(south)} to ${formatDegrees(north)}`;
}

function formatDegrees(value: number): string {
  return String(Number(value.toFixed(2)));
}

const HALF_TURN_DEGREES = 180;
const MAX_LATITUDE_DEGREES = 89; // closer to a pole the plane is too narrow to measure thickness

/**
 * Reports areas that cannot be projected: those within a degree of a pole, and those that cross the antimeridian without
 * being split there.
 */
export function checkPolesAndAntimeridian(byLayer: BoundariesByLayer, problems: IssueCollector): void {
  for (const [layer, boundaries] of Object.entries(byLayer)) {
    for (const [code, { type, coordinates }] of boundaries) {
      const where = `${layer} ${code}`;
      const rings: readonly Position[][] = type === "Polygon" ? coordinates : coordinates.flat();
      const polar = rings.flat().find(([, lat = 0]) => Math.abs(lat) > MAX_LATITUDE_DEGREES);
      if (polar !== undefined) {
        problems.add(
          where,
          `[${polar}]`,
          `latitudes from -${MAX_LATITUDE_DEGREES} to ${MAX_LATITUDE_DEGREES}: areas at the poles are not supported; clip the area or leave it out`,
        );
        continue;
      }
      const jump = rings.map(longitudeJump).find((step) => step !== null);
      if (jump !== undefined && jump !== null) {
        problems.add(
          where,
          jump,
          "a boundary split at the antimeridian, longitude 180, into a polygon on each side (RFC 7946, section 3.1.9)",
        );
      }
    }
  }
}

function longitudeJump(ring: readonly Position[]): string | null {
  for (let i = 1; i < ring.length; i++) {
    const [from = [], to = []] = [ring[i - 1], ring[i]];
    if (Math.abs((to[0] ?? 0) - (from[0] ?? 0)) > HALF_TURN_DEGREES) return `from [${from}] to [${to}]`;
  }
  return null;
}
