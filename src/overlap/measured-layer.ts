import { isAt } from "../geometry/box-around.js";
import { floatAt, intAt } from "../geometry/element.js";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { hilbertOrder } from "../geometry/hilbert-order.js";
import { OUTSIDE, rightSides } from "./border-sides.js";
import { chainAreasM2 } from "./chain-areas.js";
import { type Chains, chainsOf } from "./chains.js";
import { layerPositions } from "./layer-positions.js";
import { type LayerArea, type LayerPositions, layerRings } from "./layer-rings.js";
import { type Links, linksOf } from "./links.js";

const HALF_TURN_DEGREES = 180;

/** A layer made ready to be measured against points, polygons and other layers in the same plane; made once. */
export interface MeasuredLayer {
  readonly plane: EqualAreaPlane;
  /** The areas' codes, in the order given; everywhere else an area is its index here. */
  readonly codes: readonly string[];
  /** Area of each on the ellipsoid, square metres. */
  readonly areaM2: Float64Array;
  /** West, south, east, north of each area in turn, plane metres; of an empty one infinite and inside out. */
  readonly boxes: Float64Array;
  /** The same of the whole layer. */
  readonly box: Float64Array;
  readonly chains: Chains;
  readonly links: Links;
  /** The chains with each area on either side, one area after another, and where each area's begin. */
  readonly chainsOfArea: Int32Array;
  readonly firstOfArea: Int32Array;
  /** First point of each chain, x and y in turn, and the order in which a short path visits them all. */
  readonly startXy: Float64Array;
  readonly startOrder: Int32Array;
}

/**
 * Reads and indexes the areas of a layer.
 *
 * Boundaries are taken as they are: check what comes from outside first (checkedBoundary). Rings may be wound either way
 * and need not be closed; areas of a layer may overlap. A ring that crosses itself counts each part as often as it winds.
 */
export function measuredLayer(areas: readonly LayerArea[], plane: EqualAreaPlane): MeasuredLayer {
  const codes = areas.map(({ code }) => code);
  return layerOfPositions(layerPositions(areas), codes, plane);
}

/** The same for areas whose positions are read already. */
export function layerOfPositions(
  positions: LayerPositions,
  codes: readonly string[],
  plane: EqualAreaPlane,
): MeasuredLayer {
  const rings = layerRings(plane.joinsAntimeridian ? unrolled(positions, plane) : positions);
  const chains = chainsOf(rings, rightSides(rings), plane);
  return indexedLayer(plane, codes, chainAreasM2(chains, codes.length), chains);
}

// Longitudes counted on beyond 180, so that what was cut at the antimeridian is joined again: its edges there meet in the
// same vertices, and fall away.
function unrolled({ lonLat, ...positions }: LayerPositions, { middleLon }: EqualAreaPlane): LayerPositions {
  const lonLats = lonLat.slice();
  for (let i = 0; i < lonLats.length; i += 2) {
    const lon = floatAt(lonLats, i);
    const exact = isAt(Math.abs(lon), HALF_TURN_DEGREES) ? Math.sign(lon) * HALF_TURN_DEGREES : lon;
    const east = exact - middleLon;
    const turn = east > HALF_TURN_DEGREES ? -1 : east < -HALF_TURN_DEGREES ? 1 : 0;
    lonLats[i] = exact + 2 * turn * HALF_TURN_DEGREES;
  }
  return { ...positions, lonLat: lonLats };
}

/** Puts chains that are made already into a layer. */
export function indexedLayer(
  plane: EqualAreaPlane,
  codes: readonly string[],
  areaM2: Float64Array,
  chains: Chains,
): MeasuredLayer {
  const startXy = new Float64Array(2 * chains.count);
  for (let chain = 0; chain < chains.count; chain++) {
    startXy[2 * chain] = floatAt(chains.xy, 2 * intAt(chains.firstPoint, chain));
    startXy[2 * chain + 1] = floatAt(chains.xy, 2 * intAt(chains.firstPoint, chain) + 1);
  }
  const startOrder = hilbertOrder(startXy);
  const links = linksOf(chains, startOrder);
  const boxes = emptyBoxes(codes.length);
  const box = emptyBoxes(1);
  for (let link = 0; link < links.count; link++) {
    const chain = intAt(links.chain, link);
    growBox(boxes, intAt(chains.left, chain), links.tree.boxes, link);
    if (intAt(chains.right, chain) !== OUTSIDE) growBox(boxes, intAt(chains.right, chain), links.tree.boxes, link);
    growBox(box, 0, links.tree.boxes, link);
  }
  return {
    plane,
    codes,
    areaM2,
    boxes,
    box,
    chains,
    links,
    ...chainsByArea(chains, codes.length),
    startXy,
    startOrder,
  };
}

function chainsByArea(chains: Chains, areaCount: number): Pick<MeasuredLayer, "chainsOfArea" | "firstOfArea"> {
  const firstOfArea = new Int32Array(areaCount + 1);
  const sides = [chains.left, chains.right];
  for (const side of sides) {
    for (const area of side) if (area !== OUTSIDE) firstOfArea[area + 1] = intAt(firstOfArea, area + 1) + 1;
  }
  for (let area = 0; area < areaCount; area++) {
    firstOfArea[area + 1] = intAt(firstOfArea, area) + intAt(firstOfArea, area + 1);
  }
  const chainsOfArea = new Int32Array(intAt(firstOfArea, areaCount));
  const next = firstOfArea.slice();
  for (let chain = 0; chain < chains.count; chain++) {
    for (const side of sides) {
      const area = intAt(side, chain);
      if (area === OUTSIDE) continue;
      const place = intAt(next, area);
      chainsOfArea[place] = chain;
      next[area] = place + 1;
    }
  }
  return { chainsOfArea, firstOfArea };
}

function emptyBoxes(count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let i = 0; i < boxes.length; i++) boxes[i] = i % 4 < 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return boxes;
}

function growBox(boxes: Float64Array, item: number, by: Float64Array, which: number): void {
  boxes[4 * item] = Math.min(floatAt(boxes, 4 * item), floatAt(by, 4 * which));
  boxes[4 * item + 1] = Math.min(floatAt(boxes, 4 * item + 1), floatAt(by, 4 * which + 1));
  boxes[4 * item + 2] = Math.max(floatAt(boxes, 4 * item + 2), floatAt(by, 4 * which + 2));
  boxes[4 * item + 3] = Math.max(floatAt(boxes, 4 * item + 3), floatAt(by, 4 * which + 3));
}
