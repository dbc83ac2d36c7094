import type { Boundary } from "../boundary.js";
import { PolygonError } from "../errors.js";

/** More positions than any council or footprint has at full detail; as many are measured in a moment. */
export const MAX_POSITIONS = 25_000;

const NAME = "geometry";

/**
 * Refuses more positions than are measured in a moment: first of all, and of whatever was sent, as everything after takes
 * time for each position.
 *
 * @throws {PolygonError} with their number and the limit
 */
export function checkPositionCount({ type, coordinates }: Boundary): void {
  const lists: readonly unknown[] = type === "Polygon" ? coordinates : coordinates.flat(1);
  const count = lists.reduce((sum: number, ring: unknown) => sum + (Array.isArray(ring) ? ring.length : 1), 0);
  if (count <= MAX_POSITIONS) return;
  const maxText = MAX_POSITIONS.toLocaleString("en-GB");
  const what = `has ${count.toLocaleString("en-GB")} positions`;
  throw new PolygonError(NAME, what, `simplify it to ${maxText} at most`);
}
