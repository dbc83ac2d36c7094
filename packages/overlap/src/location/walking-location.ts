import { searchRtree } from "../index/packed-rtree.js";
import { OUTSIDE } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { type Perturbation, segmentCrossing } from "../predicates/segment-crossing.js";

// Steps longer than this share of the layer's width go along the axes, so that the box searched has no area.
const LONG_STEP_SHARE = 0.005;

// What is looked up reaches this many times the mean distance between groups beyond the step; the steps after need not ask.
const MARGIN = 1;

/** Points to be visited: x and y of each in turn, projected metres, and the order of a short path through them. */
export interface VisitOrder {
  readonly xy: Float64Array;
  readonly order: Int32Array;
}

/** The groups near where the walk is: all that meet a window. */
interface SearchWindow {
  west: number;
  south: number;
  east: number;
  north: number;
  count: number;
  readonly groups: number[];
}

/** A walk under way. */
interface WalkState {
  readonly layer: PreparedLayer;
  readonly perturbation: Perturbation;
  readonly longStepM: number;
  readonly marginM: number;
  readonly line: Float64Array;
  readonly window: SearchWindow;
  readonly windings: WindingCounts;
}

/**
 * Takes a walk through points, keeping count of the layer's areas that it enters and leaves, and shows each point's
 * cell. Points outside the layer's box lie in nothing and are not shown.
 *
 *        q2 ──── q3        one location by walking in from outside,
 *         │                then one short step a point
 *     ──► q1
 *
 * @param perturbation which of the two is moved: the layer is what is crossed.
 */
export function locateAlongPath(
  layer: PreparedLayer,
  path: VisitOrder,
  perturbation: Perturbation,
  visit: (point: number, windings: WindingCounts) => void,
): void {
  const { box } = layer;
  const west = box[0];
  const south = box[1];
  const east = box[2];
  const north = box[3];
  const state: WalkState = {
    layer,
    perturbation,
    longStepM: Math.max(east - west, north - south) * LONG_STEP_SHARE,
    marginM: MARGIN * Math.sqrt(((east - west) * (north - south)) / layer.segmentIndex.count),
    line: new Float64Array(4),
    window: { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, count: 0, groups: [] },
    windings: emptyWindingCounts(),
  };
  let isInside = false;
  let x = 0;
  let y = 0;
  for (let i = 0; i < path.order.length; i++) {
    const point = path.order[i];
    const nextX = path.xy[2 * point];
    const nextY = path.xy[2 * point + 1];
    if (!(nextX >= west && nextX <= east && nextY >= south && nextY <= north)) continue;

    if (!isInside) {
      // From just outside the layer, on the first point's own level.
      isInside = true;
      x = west - state.longStepM - 1;
      y = nextY;
    }
    if (Math.abs(nextX - x) > state.longStepM && Math.abs(nextY - y) > state.longStepM) {
      advance(state, x, y, nextX, y);
      x = nextX;
    }
    advance(state, x, y, nextX, nextY);
    x = nextX;
    y = nextY;
    visit(point, state.windings);
  }
}

// Moves in a straight line, entering and leaving what is crossed on the way.
function advance(state: WalkState, px: number, py: number, qx: number, qy: number): void {
  if (px === qx && py === qy) return;
  const { line, window, perturbation, windings } = state;
  const { segmentIndex, arcs } = state.layer;
  const west = Math.min(px, qx);
  const east = Math.max(px, qx);
  const south = Math.min(py, qy);
  const north = Math.max(py, qy);
  if (west < window.west || south < window.south || east > window.east || north > window.north) {
    refillWindow(state, west, south, east, north);
  }
  const { boxes } = segmentIndex.tree;
  const { xy } = arcs;
  line[0] = px;
  line[1] = py;
  line[2] = qx;
  line[3] = qy;
  for (let i = 0; i < window.count; i++) {
    const group = window.groups[i];
    if (
      boxes[4 * group] > east ||
      boxes[4 * group + 2] < west ||
      boxes[4 * group + 1] > north ||
      boxes[4 * group + 3] < south
    ) {
      continue;
    }
    const to = segmentIndex.to[group];
    let k = segmentIndex.from[group];
    let ex = xy[2 * k];
    let ey = xy[2 * k + 1];
    let change = 0;
    for (; k < to; k++) {
      const fx = xy[2 * k + 2];
      const fy = xy[2 * k + 3];
      if (
        !(
          (ex < west && fx < west) ||
          (ex > east && fx > east) ||
          (ey < south && fy < south) ||
          (ey > north && fy > north)
        )
      ) {
        change += segmentCrossing(line, 0, xy, k, perturbation);
      }
      ex = fx;
      ey = fy;
    }
    if (change === 0) continue;
    const arc = segmentIndex.arc[group];
    addWinding(windings, arcs.left[arc], change);
    if (arcs.right[arc] !== OUTSIDE) addWinding(windings, arcs.right[arc], -change);
  }
}

// Finds the groups about a step; far about it where the step is short, as then the next ones are likely near.
function refillWindow(state: WalkState, west: number, south: number, east: number, north: number): void {
  const { window, longStepM, marginM, layer } = state;
  const margin = east - west > longStepM || north - south > longStepM ? 0 : marginM;
  window.west = west - margin;
  window.south = south - margin;
  window.east = east + margin;
  window.north = north + margin;
  window.count = searchRtree(
    layer.segmentIndex.tree,
    window.west,
    window.south,
    window.east,
    window.north,
    window.groups,
  );
}

/**
 * Which areas of a layer a position lies in, and how often: normally one, once. Where areas overlap there are several;
 * while edges are being crossed counts may be negative for a moment.
 */
export interface WindingCounts {
  readonly areas: number[];
  readonly counts: number[];
}

/** A position outside everything. */
export function emptyWindingCounts(): WindingCounts {
  return { areas: [], counts: [] };
}

/** Changes how often the position lies in an area. */
export function addWinding({ areas, counts }: WindingCounts, area: number, change: number): void {
  const place = areas.indexOf(area);
  if (place === -1) {
    areas.push(area);
    counts.push(change);
    return;
  }
  const count = counts[place] + change;
  if (count !== 0) {
    counts[place] = count;
    return;
  }
  const lastArea = areas.pop() as number;
  const lastCount = counts.pop() as number;
  if (place === areas.length) return;
  areas[place] = lastArea;
  counts[place] = lastCount;
}
