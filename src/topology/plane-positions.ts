import { floatAt } from "../geometry/element.js";
import { planeFor, planeX, planeY } from "../geometry/equal-area-plane.js";

/** Positions in the equal-area plane through the middle of them all: x and y in turn, metres, of longitudes and latitudes. */
export function planePositions(lonLat: Float64Array): Float64Array {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lonLat.length; i += 2) {
    const [lon, lat] = [floatAt(lonLat, i), floatAt(lonLat, i + 1)];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  const plane = planeFor(box);
  return lonLat.map((degrees, i) => (i % 2 === 0 ? planeX(plane, degrees) : planeY(plane, degrees)));
}
