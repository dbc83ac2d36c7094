import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { Boundary, LonLatBox } from "../boundary.js";
import { hilbertOrder } from "../index/hilbert-order.js";
import { buildSegmentIndex, type SegmentIndex } from "../index/segment-index.js";
import { boundaryBbox, isMeridian, unionBbox } from "../predicates/bbox.js";
import {
  type EqualAreaProjection,
  equalAreaProjection,
  type PlanePoint,
} from "../projection/cylindrical-equal-area.js";
import { type Arcs, buildArcs, forEachOuterEdge, integrateAreasM2, OUTSIDE, rightAreas } from "./arcs.js";
import { type LayerArea, type LayerCoordinates, layerCoordinates } from "./layer-coordinates.js";
import { normalizeRings } from "./normalize-rings.js";

const HALF_TURN_DEGREES = 180;

/** A layer prepared once, to be measured against points, polygons and other layers in the same projection. */
export interface PreparedLayer {
  readonly projection: EqualAreaProjection;
  /** The areas' codes in the order of the input. Everywhere else an area is known by its index here. */
  readonly codes: readonly string[];
  /** Area of each on the ellipsoid, square metres. */
  readonly areaM2: Float64Array;
  /** West, south, east, north of each area in turn, projected metres; an empty area has an inverted, infinite box. */
  readonly boxes: Float64Array;
  /** The box of the whole layer. */
  readonly box: Float64Array;
  readonly arcs: Arcs;
  readonly segmentIndex: SegmentIndex;
  /** The arcs with each area on either side, one area after another, and where each area's arcs begin. */
  readonly arcsOfArea: Int32Array;
  readonly arcStartOfArea: Int32Array;
  /** First point of each arc, x and y in turn, and the order in which a short path visits them all. */
  readonly startXy: Float64Array;
  readonly startOrder: Int32Array;
}

/** An area of a layer: with its code, or as GeoJSON, whose code is the feature's id, or else the area's index. */
export type AreaInput = LayerArea | Feature<Polygon | MultiPolygon> | Boundary;

/**
 * Reads and indexes the areas of a layer.
 *
 * Rings may be wound either way and need not be closed; areas may overlap. Nothing is checked: validate data from outside
 * first (`validateRings`). A ring that crosses itself counts each part as often as it winds around it.
 *
 * @param projection that of the other layer, if there is one; by default one centred on this layer
 */
export function prepareLayer(
  areas: readonly AreaInput[],
  projection: EqualAreaProjection = defaultProjection(areas),
): PreparedLayer {
  const layerAreas = areas.map(toLayerArea);
  const codes = layerAreas.map(({ code }) => code);
  return prepareLayerFromCoordinates(layerCoordinates(layerAreas), codes, projection);
}

const WORLD: LonLatBox = [-180, -90, 180, 90];

function defaultProjection(areas: readonly AreaInput[]): EqualAreaProjection {
  const boxes = areas.map((area, i) => boundaryBbox(toLayerArea(area, i).boundary));
  return equalAreaProjection(boxes.length === 0 ? WORLD : unionBbox(boxes));
}

function toLayerArea(area: AreaInput, index: number): LayerArea {
  if ("boundary" in area) return area;
  if (area.type === "Feature") return { code: String(area.id ?? index), boundary: area.geometry };
  return { code: String(index), boundary: area };
}

/** Prepares a layer from coordinates that are already in flat arrays. */
export function prepareLayerFromCoordinates(
  coordinates: LayerCoordinates,
  codes: readonly string[],
  projection: EqualAreaProjection,
): PreparedLayer {
  const rings = normalizeRings(projection.joinsAntimeridian ? unwrapLongitudes(coordinates, projection) : coordinates);
  const arcs = buildArcs(rings, rightAreas(rings), projection);
  return indexArcs(projection, codes, integrateAreasM2(arcs, codes.length), arcs);
}

// Continues longitudes beyond 180, so that boundaries cut at the antimeridian join again: their edges along it meet in the
// same vertices and cancel.
function unwrapLongitudes(
  { lonLat, ...positions }: LayerCoordinates,
  { centralMeridian }: EqualAreaProjection,
): LayerCoordinates {
  const lonLats = lonLat.slice();
  for (let i = 0; i < lonLats.length; i += 2) {
    const lon = lonLats[i];
    const exact = isMeridian(Math.abs(lon), HALF_TURN_DEGREES) ? Math.sign(lon) * HALF_TURN_DEGREES : lon;
    const east = exact - centralMeridian;
    const turn = east > HALF_TURN_DEGREES ? -1 : east < -HALF_TURN_DEGREES ? 1 : 0;
    lonLats[i] = exact + 2 * turn * HALF_TURN_DEGREES;
  }
  return { ...positions, lonLat: lonLats };
}

// Indexes arcs as a layer.
function indexArcs(
  projection: EqualAreaProjection,
  codes: readonly string[],
  areaM2: Float64Array,
  arcs: Arcs,
): PreparedLayer {
  const startXy = new Float64Array(2 * arcs.count);
  for (let arc = 0; arc < arcs.count; arc++) {
    startXy[2 * arc] = arcs.xy[2 * arcs.firstPoint[arc]];
    startXy[2 * arc + 1] = arcs.xy[2 * arcs.firstPoint[arc] + 1];
  }
  const startOrder = hilbertOrder(startXy);
  const segmentIndex = buildSegmentIndex(arcs, startOrder);
  const boxes = emptyBoxes(codes.length);
  const box = emptyBoxes(1);
  for (let group = 0; group < segmentIndex.count; group++) {
    const arc = segmentIndex.arc[group];
    expandBox(boxes, arcs.left[arc], segmentIndex.tree.boxes, group);
    if (arcs.right[arc] !== OUTSIDE) expandBox(boxes, arcs.right[arc], segmentIndex.tree.boxes, group);
    expandBox(box, 0, segmentIndex.tree.boxes, group);
  }
  return {
    projection,
    codes,
    areaM2,
    boxes,
    box,
    arcs,
    segmentIndex,
    ...arcsByArea(arcs, codes.length),
    startXy,
    startOrder,
  };
}

function arcsByArea(arcs: Arcs, areaCount: number): Pick<PreparedLayer, "arcsOfArea" | "arcStartOfArea"> {
  const arcStartOfArea = new Int32Array(areaCount + 1);
  const sides = [arcs.left, arcs.right];
  for (const side of sides) {
    for (const area of side) if (area !== OUTSIDE) arcStartOfArea[area + 1] = arcStartOfArea[area + 1] + 1;
  }
  for (let area = 0; area < areaCount; area++) {
    arcStartOfArea[area + 1] = arcStartOfArea[area] + arcStartOfArea[area + 1];
  }
  const arcsOfArea = new Int32Array(arcStartOfArea[areaCount]);
  const next = arcStartOfArea.slice();
  for (let arc = 0; arc < arcs.count; arc++) {
    for (const side of sides) {
      const area = side[arc];
      if (area === OUTSIDE) continue;
      const place = next[area];
      arcsOfArea[place] = arc;
      next[area] = place + 1;
    }
  }
  return { arcsOfArea, arcStartOfArea };
}

function emptyBoxes(count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let i = 0; i < boxes.length; i++) boxes[i] = i % 4 < 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return boxes;
}

function expandBox(boxes: Float64Array, item: number, by: Float64Array, which: number): void {
  boxes[4 * item] = Math.min(boxes[4 * item], by[4 * which]);
  boxes[4 * item + 1] = Math.min(boxes[4 * item + 1], by[4 * which + 1]);
  boxes[4 * item + 2] = Math.max(boxes[4 * item + 2], by[4 * which + 2]);
  boxes[4 * item + 3] = Math.max(boxes[4 * item + 3], by[4 * which + 3]);
}

/** One area of a layer as a layer of its own, the area to the left of every arc. */
export function extractArea(layer: PreparedLayer, area: number): PreparedLayer {
  const { arcs } = layer;
  const arcNumbers = layer.arcsOfArea.subarray(layer.arcStartOfArea[area], layer.arcStartOfArea[area + 1]);
  const firstPoint = new Int32Array(arcNumbers.length + 1);
  arcNumbers.forEach((arc, i) => {
    firstPoint[i + 1] = firstPoint[i] + arcs.firstPoint[arc + 1] - arcs.firstPoint[arc];
  });
  const pointCount = firstPoint[arcNumbers.length];
  const own: Arcs = {
    count: arcNumbers.length,
    firstPoint,
    left: new Int32Array(arcNumbers.length),
    right: new Int32Array(arcNumbers.length).fill(OUTSIDE),
    xy: new Float64Array(2 * pointCount),
    vertex: new Int32Array(pointCount),
    lonLat: arcs.lonLat,
    integral: new Float64Array(pointCount),
  };
  arcNumbers.forEach((arc, i) => {
    copyArc(arcs, arc, own, firstPoint[i], arcs.left[arc] === area);
  });
  return indexArcs(layer.projection, [layer.codes[area] ?? ""], layer.areaM2.slice(area, area + 1), own);
}

// Copies an arc, reversed where the area lies to its right, and integrates x dy about its new first point.
function copyArc(from: Arcs, arc: number, to: Arcs, start: number, isForward: boolean): void {
  const first = from.firstPoint[arc];
  const last = from.firstPoint[arc + 1] - 1;
  let sum = 0;
  for (let i = 0; i <= last - first; i++) {
    const source = 2 * (isForward ? first + i : last - i);
    const target = 2 * (start + i);
    to.xy.set(from.xy.subarray(source, source + 2), target);
    to.vertex[start + i] = from.vertex[source / 2];
    if (i > 0) {
      const [beforeX = 0, beforeY = 0, x = 0, y = 0] = to.xy.subarray(target - 2, target + 2);
      const [originX = 0] = to.xy.subarray(2 * start);
      sum += ((beforeX + x) / 2 - originX) * (y - beforeY);
    }
    to.integral[start + i] = sum;
  }
}

/** An edge of a layer's outline: an area lies on its left, none on its right. */
export interface OuterEdge {
  readonly area: number;
  readonly from: PlanePoint;
  readonly to: PlanePoint;
}

/** The edges of a layer's outline, projected metres. Borders between its areas are not among them. */
export function outerEdges({ arcs }: PreparedLayer): readonly OuterEdge[] {
  const edges: OuterEdge[] = [];
  const at = (point: number): PlanePoint => [arcs.xy[2 * point], arcs.xy[2 * point + 1]];
  forEachOuterEdge(arcs, (area, point) => edges.push({ area, from: at(point), to: at(point + 1) }));
  return edges;
}
