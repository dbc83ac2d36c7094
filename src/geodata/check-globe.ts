import type { Position } from "geojson";
import type { BoundariesByLayer } from "./check-extents.js";
import type { ProblemList } from "./problem.js";

const HALF_TURN_DEGREES = 180;
const POLAR_LAT = 89; // beyond it the plane has next to no width left to measure thickness in

/**
 * Notes areas that the plane cannot hold: those that come within a degree of a pole, and those that run over the
 * antimeridian without being cut there. What is cut there is joined again, or measured as it is cut.
 */
export function checkGlobe(byLayer: BoundariesByLayer, problems: ProblemList): void {
  for (const [layer, boundaries] of Object.entries(byLayer)) {
    for (const [code, { type, coordinates }] of boundaries) {
      const where = `${layer} ${code}`;
      const rings: readonly Position[][] = type === "Polygon" ? coordinates : coordinates.flat();
      const polar = rings.flat().find(([, lat = 0]) => Math.abs(lat) > POLAR_LAT);
      if (polar !== undefined) {
        problems.add(
          where,
          `[${polar}]`,
          `latitudes from -${POLAR_LAT} to ${POLAR_LAT}: the poles are not handled; cut the area there or leave it out`,
        );
        continue;
      }
      const jump = rings.map(longStep).find((step) => step !== null);
      if (jump !== undefined && jump !== null) {
        problems.add(
          where,
          jump,
          "a boundary cut at the antimeridian, longitude 180, into a polygon on either side (RFC 7946, section 3.1.9)",
        );
      }
    }
  }
}

function longStep(ring: readonly Position[]): string | null {
  for (let i = 1; i < ring.length; i++) {
    const [from = [], to = []] = [ring[i - 1], ring[i]];
    if (Math.abs((to[0] ?? 0) - (from[0] ?? 0)) > HALF_TURN_DEGREES) return `from [${from}] to [${to}]`;
  }
  return null;
}
