import type { Boundary } from "../model/boundary.js";
import { BoundaryError } from "./boundary-error.js";

/** More positions than any council or footprint has at full detail; as many are measured in a moment. */
export const MOST_POSITIONS = 25_000;

const NAME = "geometry";

/**
 * Refuses more positions than are measured in a moment: first of all, and of whatever was sent, as everything after takes
 * time for each position.
 *
 * @throws {BoundaryError} with their number and the limit
 */
export function checkPositionCount({ type, coordinates }: Boundary): void {
  const lists: readonly unknown[] = type === "Polygon" ? coordinates : coordinates.flat(1);
  const count = lists.reduce((sum: number, ring: unknown) => sum + (Array.isArray(ring) ? ring.length : 1), 0);
  if (count <= MOST_POSITIONS) return;
  const most = MOST_POSITIONS.toLocaleString("en-GB");
  const what = `has ${count.toLocaleString("en-GB")} positions`;
  throw new BoundaryError(NAME, what, `simplify it to ${most} at most`);
}
