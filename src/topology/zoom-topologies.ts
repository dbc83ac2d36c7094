import { floatAt, intAt } from "../geometry/element.js";
import { mercatorX, mercatorY } from "../geometry/web-mercator.js";
import type { LayerTopology, LeastZooms, ShapeLayer, ZoomTopology } from "../model/topology.js";
import { type ArcNetwork, arcNetwork, jointsOf } from "./arc-network.js";
import { arcThinner } from "./arc-thinner.js";
import { closedGaps } from "./closed-gaps.js";
import { type DrawnAreas, joinedArcs } from "./joined-arcs.js";
import { latticePlacement } from "./lattice-placement.js";
import { seenParts } from "./seen-parts.js";

/** Tiles are made for zooms 0 to this; clients draw the last ones larger. */
export const MOST_ZOOM = 12;

const USUAL_EXTENT = 4096; // units along a tile
const ROOMY_ZOOM = 2; // whose grid has room for all of England's councils; those before it take the same grid
const PIXELS = 512; // along a tile, as clients draw it
const TURN = 360; // degrees around the world: the size of the network's plane

/**
 * A topology as every zoom of the web map draws it, from 0: the same areas on arcs with ever fewer points, on a grid of
 * whole numbers.
 *
 * As at the three details, it is arcs that are thinned and moved, and no edges touch that did not touch before: areas
 * stay valid and neighbours stay joined. Where a zoom's grid has no room for that, as at the lowest, a finer one is taken.
 * Islets and gaps between borders that nobody would see are left out, but no area is, except that a layer is drawn only
 * from its least zoom on. Each zoom starts from the one after it.
 */
export function zoomTopologies(topology: LayerTopology, leastZooms: LeastZooms = ALL_ZOOMS): readonly ZoomTopology[] {
  const network = mercatorNetwork(topology);
  const zooms: ZoomTopology[] = [];
  let drawn: DrawnAreas = { objects: topology.objects, arcs: network.arcs };
  let { lonLat } = network;
  for (let zoom = MOST_ZOOM; zoom >= 0; zoom--) {
    const seen = { ...drawn, objects: layersAt(drawn.objects, zoom, leastZooms) };
    ({ drawn, lonLat } = compacted(cleaned(seen, { lonLat, zoom }), lonLat));
    drawn = thinned(drawn, { lonLat, zoom });
    zooms.push(onGrid(drawn, { lonLat, zoom }));
  }
  return zooms.reverse();
}

/** Every layer at every zoom. */
export const ALL_ZOOMS: LeastZooms = { footprints: 0, upper_tier: 0, lower_tier: 0, members: 0, overlaps: 0 };

function layersAt(objects: DrawnAreas["objects"], zoom: number, leastZooms: LeastZooms): DrawnAreas["objects"] {
  const layers = Object.entries(objects).filter(([layer]) => zoom >= leastZooms[layer as ShapeLayer]);
  return Object.fromEntries(layers);
}

interface ZoomPlane {
  readonly lonLat: Float64Array;
  readonly zoom: number;
}

const pixelOf = (zoom: number) => TURN / (PIXELS * 2 ** zoom);

/** The areas without what nobody would see at a zoom. */
function cleaned({ objects, arcs }: DrawnAreas, { lonLat, zoom }: ZoomPlane): DrawnAreas {
  const network = { lonLat, arcs };
  const [pixel, part] = [pixelOf(zoom), leastPart(zoom)];
  const seen = seenParts(objects, network, part * pixel);
  const gaps = { mostArea: part ** 2 * pixel ** 2, mostWidth: (part / 4) * pixel };
  return joinedArcs({ objects: closedGaps(seen, network, gaps), arcs });
}

/** The same areas with only those vertices that they use, numbered anew in the same order. */
function compacted({ objects, arcs }: DrawnAreas, lonLat: Float64Array) {
  const numbers = new Int32Array(lonLat.length / 2).fill(-1);
  for (const arc of arcs) for (const vertex of arc) numbers[vertex] = 0;
  const kept: number[] = [];
  for (const [vertex, number] of numbers.entries()) {
    if (number < 0) continue;
    numbers[vertex] = kept.length / 2;
    kept.push(floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1));
  }
  const drawn: DrawnAreas = { objects, arcs: arcs.map((arc) => arc.map((vertex) => intAt(numbers, vertex))) };
  return { drawn, lonLat: Float64Array.from(kept) };
}

function thinned({ objects, arcs }: DrawnAreas, { lonLat, zoom }: ZoomPlane): DrawnAreas {
  const least = leastTriangle(zoom);
  if (least === 0) return { objects, arcs };
  const network = { lonLat, arcs, isJoint: jointsOf(arcs, lonLat.length / 2) };
  const thinner = arcThinner({ type: "Topology", objects, arcs: [] }, network, { xy: lonLat, weighing: "AS_SEEN" });
  const leastKeptWeight = 2 * least * pixelOf(zoom) ** 2;
  return { objects, arcs: thinner.thin({ leastKeptWeight, mostDrift: mostDrift(zoom) }) };
}

/** A point goes when its triangle is smaller than this, square pixels: the larger, the more a tile holds. */
function leastTriangle(zoom: number): number {
  if (zoom === MOST_ZOOM) return 0;
  if (zoom <= 5) return 8;
  return zoom <= 7 ? 1.8 : 0.6;
}

/** The longer side of the box around a part that is small but seen, pixels; gaps are as long at most, or a quarter as wide. */
function leastPart(zoom: number): number {
  return zoom <= 5 ? 6 : 2;
}

/** By what share an area may grow or shrink. */
function mostDrift(zoom: number): number {
  if (zoom <= 5) return 0.05;
  return zoom <= 7 ? 0.02 : 0.001;
}

/** The arcs of a topology in the web map's plane, y southwards: its degrees are those of longitude, 360 along a side. */
function mercatorNetwork(topology: LayerTopology): ArcNetwork {
  const network = arcNetwork(topology);
  const place = (degrees: number, i: number) => TURN * (i % 2 === 0 ? mercatorX(degrees) : mercatorY(degrees));
  return { ...network, lonLat: network.lonLat.map(place) };
}

function onGrid({ objects, arcs }: DrawnAreas, { lonLat, zoom }: ZoomPlane): ZoomTopology {
  const { extent, columnRow } = firstFitting(arcs, { lonLat, zoom });
  return { zoom, extent, topology: { type: "Topology", objects, arcs: arcs.map((arc) => deltas(arc, columnRow)) } };
}

/** Places the vertices on the coarsest grid, of those wanted, on which all find a place; on the finest come what may. */
function firstFitting(arcs: readonly Int32Array[], { lonLat, zoom }: ZoomPlane, extents = extentsOf(zoom)) {
  const [extent = USUAL_EXTENT, ...finer] = extents;
  const { columnRow, forcedCount } = latticePlacement({ lonLat, arcs }, (extent * 2 ** zoom) / TURN);
  if (forcedCount > 0 && finer.length > 0) return firstFitting(arcs, { lonLat, zoom }, finer);
  return { extent, columnRow };
}

/** The extents to try, the coarsest first: the usual one, or what makes the grid as fine as the one of `ROOMY_ZOOM`. */
function extentsOf(zoom: number): readonly number[] {
  const first = USUAL_EXTENT * 2 ** Math.max(0, ROOMY_ZOOM - zoom);
  return [first, 2 * first, 4 * first, 8 * first];
}

function deltas(arc: Int32Array, columnRow: Float64Array): number[][] {
  let [column, row] = [0, 0];
  return Array.from(arc, (vertex) => {
    const [nextColumn, nextRow] = [floatAt(columnRow, 2 * vertex), floatAt(columnRow, 2 * vertex + 1)];
    const delta = [nextColumn - column, nextRow - row];
    [column, row] = [nextColumn, nextRow];
    return delta;
  });
}
