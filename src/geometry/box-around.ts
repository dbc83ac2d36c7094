/** West, south, east, north in degrees; west is larger than east in a box over the antimeridian. */
type Box = readonly [west: number, south: number, east: number, north: number];

const TURN_DEGREES = 360;
const NEAR_DEGREES = 1e-7; // a centimetre: what is read off a grid may be so far from 180

/** Whether a longitude is that of a meridian, but for the rounding of a grid. */
export function isAt(lon: number, meridian: number): boolean {
  return Math.abs(lon - meridian) <= NEAR_DEGREES;
}

/**
 * The box around boxes, degrees: the narrowest that leaves out one gap between them. It runs over the antimeridian only
 * where some of them touch it from both sides, or do so themselves.
 */
export function boxAroundAll(boxes: readonly Box[]): Box {
  const south = boxes.reduce((least, box) => Math.min(least, box[1]), Infinity);
  const north = boxes.reduce((most, box) => Math.max(most, box[3]), -Infinity);
  const over = boxes.some(([west, , east]) => west > east);
  const touches = over || (boxes.some(([west]) => isAt(west, -180)) && boxes.some(([, , east]) => isAt(east, 180)));
  const [west, east] = touches ? aroundGap(boxes) : plainRange(boxes);
  return [west, south, east, north];
}

/**
 * The narrowest box around boxes, degrees: it leaves out the widest gap between them, and so runs over the antimeridian
 * where that is the shorter way round. For looking at; two areas on either side of an ocean are near each other here.
 */
export function narrowestBox(boxes: readonly Box[]): Box {
  const [west, easternmost] = aroundGap(boxes);
  const east = easternmost < -180 ? easternmost + TURN_DEGREES : easternmost;
  const [, south, , north] = boxAroundAll(boxes);
  return [west, south, east, north];
}

type Range = readonly [west: number, east: number];

function plainRange(boxes: readonly Box[]): Range {
  return [
    boxes.reduce((least, [west]) => Math.min(least, west), Infinity),
    boxes.reduce((most, [, , east]) => Math.max(most, east), -Infinity),
  ];
}

// Walks eastwards from west to west; what lies farthest east so far and the next west leave a gap or none.
function aroundGap(boxes: readonly Box[]): Range {
  const ranges = boxes
    .map(([west, , east]): Range => [west, west <= east ? east : east + TURN_DEGREES])
    .sort((a, b) => a[0] - b[0]);
  let reachedEast = ranges.reduce((most, [, east]) => Math.max(most, east - TURN_DEGREES), -Infinity);
  let widest = { degrees: 0, west: -180, east: 180 };
  for (const [west, east] of ranges) {
    const degrees = west - reachedEast;
    if (degrees > widest.degrees) widest = { degrees, west, east: reachedEast };
    reachedEast = Math.max(reachedEast, east);
  }
  if (widest.degrees === 0) return [-180, 180];
  return [widest.west, widest.east > 180 ? widest.east - TURN_DEGREES : widest.east];
}
