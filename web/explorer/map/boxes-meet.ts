import type { Box } from "../data/overview.js";

const TURN_DEGREES = 360;

/** How far a box reaches from west to east, degrees; it may run over the antimeridian. */
export function widthDeg([west, , east]: Box): number {
  return east < west ? east - west + TURN_DEGREES : east - west;
}

/** Whether two boxes share any place on Earth; either may run over the antimeridian. */
export function boxesMeet(one: Box, other: Box): boolean {
  return one[1] <= other[3] && other[1] <= one[3] && lonsMeet(one, other);
}

function lonsMeet([west, , east]: Box, [otherWest, , otherEast]: Box): boolean {
  const width = (from: number, to: number) => (to - from + TURN_DEGREES) % TURN_DEGREES;
  const isWhole = (from: number, to: number) => to - from === TURN_DEGREES;
  if (isWhole(west, east) || isWhole(otherWest, otherEast)) return true;
  // One of the two begins inside the other.
  return width(west, otherWest) <= width(west, east) || width(otherWest, west) <= width(otherWest, otherEast);
}
