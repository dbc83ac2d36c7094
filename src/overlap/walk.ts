import { floatAt, intAt } from "../geometry/element.js";
import { OUTSIDE } from "./border-sides.js";
import { addToCell, type Cell, emptyCell } from "./cell.js";
import { crossing, type Shift } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";

// Steps longer than this share of the layer's width go along the axes, so that the box searched has no area.
const LONG_STEP_SHARE = 0.005;

/** Points to be visited: x and y of each in turn, plane metres, and the order of a short path through them. */
export interface PointPath {
  readonly xy: Float64Array;
  readonly order: Int32Array;
}

/**
 * Takes a walk through points, keeping count of the layer's areas that it enters and leaves, and shows each point's
 * cell. Points outside the layer's box lie in nothing and are not shown.
 *
 *        q2 ──── q3        one location by walking in from outside,
 *         │                then one short step a point
 *     ──► q1
 *
 * @param shift which of the two is moved: the layer is what is crossed.
 */
export function walkPoints(
  layer: MeasuredLayer,
  path: PointPath,
  shift: Shift,
  visit: (point: number, cell: Cell) => void,
): void {
  const { box } = layer;
  const west = floatAt(box, 0);
  const south = floatAt(box, 1);
  const east = floatAt(box, 2);
  const north = floatAt(box, 3);
  const longStep = Math.max(east - west, north - south) * LONG_STEP_SHARE;
  const cell = emptyCell();
  let isInside = false;
  let x = 0;
  let y = 0;
  for (let i = 0; i < path.order.length; i++) {
    const point = intAt(path.order, i);
    const nextX = floatAt(path.xy, 2 * point);
    const nextY = floatAt(path.xy, 2 * point + 1);
    if (!(nextX >= west && nextX <= east && nextY >= south && nextY <= north)) continue;

    if (!isInside) {
      // From just outside the layer, on the first point's own level.
      isInside = true;
      x = west - longStep - 1;
      y = nextY;
    }
    if (Math.abs(nextX - x) > longStep && Math.abs(nextY - y) > longStep) {
      step(layer, x, y, nextX, y, shift, cell);
      x = nextX;
    }
    step(layer, x, y, nextX, nextY, shift, cell);
    x = nextX;
    y = nextY;
    visit(point, cell);
  }
}

// Moves in a straight line, entering and leaving what is crossed on the way.
function step(
  { links, chains }: MeasuredLayer,
  px: number,
  py: number,
  qx: number,
  qy: number,
  shift: Shift,
  cell: Cell,
): void {
  if (links.index === null || (px === qx && py === qy)) return;
  const west = Math.min(px, qx);
  const east = Math.max(px, qx);
  const south = Math.min(py, qy);
  const north = Math.max(py, qy);
  const found = links.index.search(west, south, east, north);
  if (found.length === 0) return;
  const { xy } = chains;
  const line = Float64Array.of(px, py, qx, qy);
  for (const link of found) {
    const to = intAt(links.to, link);
    let k = intAt(links.from, link);
    let ex = floatAt(xy, 2 * k);
    let ey = floatAt(xy, 2 * k + 1);
    let turns = 0;
    for (; k < to; k++) {
      const fx = floatAt(xy, 2 * k + 2);
      const fy = floatAt(xy, 2 * k + 3);
      if (
        !(
          (ex < west && fx < west) ||
          (ex > east && fx > east) ||
          (ey < south && fy < south) ||
          (ey > north && fy > north)
        )
      ) {
        turns += crossing(line, 0, xy, k, shift);
      }
      ex = fx;
      ey = fy;
    }
    if (turns === 0) continue;
    const chain = intAt(links.chain, link);
    addToCell(cell, intAt(chains.left, chain), turns);
    if (intAt(chains.right, chain) !== OUTSIDE) addToCell(cell, intAt(chains.right, chain), -turns);
  }
}
