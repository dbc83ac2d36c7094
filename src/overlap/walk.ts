import { floatAt, intAt } from "../geometry/element.js";
import { OUTSIDE } from "./border-sides.js";
import { itemsInBox } from "./box-tree.js";
import { addToCell, type Cell, emptyCell } from "./cell.js";
import { crossing, type Shift } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";

// Steps longer than this share of the layer's width go along the axes, so that the box searched has no area.
const LONG_STEP_SHARE = 0.005;

// What is looked up reaches this many times the mean distance between links beyond the step; the steps after need not ask.
const MARGIN = 1;

/** Points to be visited: x and y of each in turn, plane metres, and the order of a short path through them. */
export interface PointPath {
  readonly xy: Float64Array;
  readonly order: Int32Array;
}

/** The links near where the walk is: all that meet a window. */
interface Surroundings {
  west: number;
  south: number;
  east: number;
  north: number;
  count: number;
  readonly links: number[];
}

/** A walk under way. */
interface Walk {
  readonly layer: MeasuredLayer;
  readonly shift: Shift;
  readonly longStepM: number;
  readonly marginM: number;
  readonly line: Float64Array;
  readonly near: Surroundings;
  readonly cell: Cell;
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
  const walk: Walk = {
    layer,
    shift,
    longStepM: Math.max(east - west, north - south) * LONG_STEP_SHARE,
    marginM: MARGIN * Math.sqrt(((east - west) * (north - south)) / layer.links.count),
    line: new Float64Array(4),
    near: { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, count: 0, links: [] },
    cell: emptyCell(),
  };
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
      x = west - walk.longStepM - 1;
      y = nextY;
    }
    if (Math.abs(nextX - x) > walk.longStepM && Math.abs(nextY - y) > walk.longStepM) {
      step(walk, x, y, nextX, y);
      x = nextX;
    }
    step(walk, x, y, nextX, nextY);
    x = nextX;
    y = nextY;
    visit(point, walk.cell);
  }
}

// Moves in a straight line, entering and leaving what is crossed on the way.
function step(walk: Walk, px: number, py: number, qx: number, qy: number): void {
  if (px === qx && py === qy) return;
  const { line, near, shift, cell } = walk;
  const { links, chains } = walk.layer;
  const west = Math.min(px, qx);
  const east = Math.max(px, qx);
  const south = Math.min(py, qy);
  const north = Math.max(py, qy);
  if (west < near.west || south < near.south || east > near.east || north > near.north) {
    lookAround(walk, west, south, east, north);
  }
  const { boxes } = links.tree;
  const { xy } = chains;
  line[0] = px;
  line[1] = py;
  line[2] = qx;
  line[3] = qy;
  for (let i = 0; i < near.count; i++) {
    const link = near.links[i] as number;
    if (
      floatAt(boxes, 4 * link) > east ||
      floatAt(boxes, 4 * link + 2) < west ||
      floatAt(boxes, 4 * link + 1) > north ||
      floatAt(boxes, 4 * link + 3) < south
    ) {
      continue;
    }
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

// Finds the links about a step; far about it where the step is short, as then the next ones are likely near.
function lookAround(walk: Walk, west: number, south: number, east: number, north: number): void {
  const { near, longStepM, marginM, layer } = walk;
  const margin = east - west > longStepM || north - south > longStepM ? 0 : marginM;
  near.west = west - margin;
  near.south = south - margin;
  near.east = east + margin;
  near.north = north + margin;
  near.count = itemsInBox(layer.links.tree, near.west, near.south, near.east, near.north, near.links);
}
