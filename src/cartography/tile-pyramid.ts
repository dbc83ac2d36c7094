import type { DrawableLayer, LayerTopology, MinZooms, ZoomTopology } from "../model/topology.js";
import { type ArcNetwork, arcNetwork, junctions } from "./arc-network.js";
import { collapseGaps } from "./collapse-gaps.js";
import { dropSmallParts } from "./drop-small-parts.js";
import { type ArcTopology, joinArcs } from "./join-arcs.js";
import { arcSimplifier } from "./simplify-arcs.js";
import { snapToGrid } from "./snap-to-grid.js";
import { floatAt, intAt } from "./typed-array.js";
import { mercatorX, mercatorY } from "./web-mercator.js";

/** The last zoom with tiles; clients enlarge them for higher zooms. */
export const MAX_ZOOM = 12;

const DEFAULT_EXTENT = 4096; // units along a tile
const REFERENCE_GRID_ZOOM = 2; // all of England's councils fit on its grid, which lower zooms use too
const TILE_PX = 512; // along a tile, as clients draw it
const WORLD_DEG = 360; // degrees around the world: the size of the network's plane

/**
 * The tile pyramid of a topology: for every zoom of the web map, from 0, the same areas on arcs with fewer points, on a
 * grid of whole numbers.
 *
 * As for the three details, arcs are simplified and moved, not areas, and no edges touch that did not touch before: areas
 * stay valid and neighbours stay joined. Where vertices do not fit on a zoom's grid, as at the lowest, a finer one is used.
 * Islets and gaps too small to see are removed, but no area is; layers with a minimum zoom appear only from there on.
 * Each level is derived from the one above it.
 */
export function tilePyramid(
  topology: LayerTopology,
  minZooms: MinZooms = ALL_LAYERS_FROM_ZERO,
): readonly ZoomTopology[] {
  const network = mercatorNetwork(topology);
  const zooms: ZoomTopology[] = [];
  let drawn: ArcTopology = { objects: topology.objects, arcs: network.arcs };
  let { lonLat } = network;
  for (let zoom = MAX_ZOOM; zoom >= 0; zoom--) {
    const visible = { ...drawn, objects: layersAt(drawn.objects, zoom, minZooms) };
    ({ drawn, lonLat } = compact(removeInvisible(visible, { lonLat, zoom }), lonLat));
    drawn = simplifyLevel(drawn, { lonLat, zoom });
    zooms.push(snapLevel(drawn, { lonLat, zoom }));
  }
  return zooms.reverse();
}

/** Every layer at every zoom. */
export const ALL_LAYERS_FROM_ZERO: MinZooms = { footprints: 0, upper_tier: 0, lower_tier: 0, members: 0, overlaps: 0 };

function layersAt(objects: ArcTopology["objects"], zoom: number, minZooms: MinZooms): ArcTopology["objects"] {
  const layers = Object.entries(objects).filter(([layer]) => zoom >= minZooms[layer as DrawableLayer]);
  return Object.fromEntries(layers);
}

interface ZoomPlane {
  readonly lonLat: Float64Array;
  readonly zoom: number;
}

const pixelOf = (zoom: number) => WORLD_DEG / (TILE_PX * 2 ** zoom);

/** The areas without the parts and gaps that are too small to see at a zoom. */
function removeInvisible({ objects, arcs }: ArcTopology, { lonLat, zoom }: ZoomPlane): ArcTopology {
  const network = { lonLat, arcs };
  const [pixel, part] = [pixelOf(zoom), minPartPx(zoom)];
  const visible = dropSmallParts(objects, network, part * pixel);
  const gaps = { maxArea: part ** 2 * pixel ** 2, maxWidth: (part / 4) * pixel };
  return joinArcs({ objects: collapseGaps(visible, network, gaps), arcs });
}

/** The same areas with only the vertices that they use, renumbered in the same order. */
function compact({ objects, arcs }: ArcTopology, lonLat: Float64Array) {
  const numbers = new Int32Array(lonLat.length / 2).fill(-1);
  for (const arc of arcs) for (const vertex of arc) numbers[vertex] = 0;
  const positions: number[] = [];
  for (const [vertex, number] of numbers.entries()) {
    if (number < 0) continue;
    numbers[vertex] = positions.length / 2;
    positions.push(floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1));
  }
  const drawn: ArcTopology = { objects, arcs: arcs.map((arc) => arc.map((vertex) => intAt(numbers, vertex))) };
  return { drawn, lonLat: Float64Array.from(positions) };
}

function simplifyLevel({ objects, arcs }: ArcTopology, { lonLat, zoom }: ZoomPlane): ArcTopology {
  const minTriangle = minTrianglePx2(zoom);
  if (minTriangle === 0) return { objects, arcs };
  const network = { lonLat, arcs, isJunction: junctions(arcs, lonLat.length / 2) };
  const simplifier = arcSimplifier({ type: "Topology", objects, arcs: [] }, network, {
    xy: lonLat,
    weighting: "SCREEN",
  });
  const minWeight = 2 * minTriangle * pixelOf(zoom) ** 2;
  return { objects, arcs: simplifier.simplify({ minWeight, maxAreaChange: maxAreaChange(zoom) }) };
}

/** A point is removed when its triangle is smaller than this, square pixels: larger where a tile covers more. */
function minTrianglePx2(zoom: number): number {
  if (zoom === MAX_ZOOM) return 0;
  if (zoom <= 5) return 8;
  return zoom <= 7 ? 1.8 : 0.6;
}

/** The smallest visible bbox side of a part, pixels; closed gaps are at most as long, or a quarter as wide. */
function minPartPx(zoom: number): number {
  return zoom <= 5 ? 6 : 2;
}

/** The largest share by which an area may grow or shrink. */
function maxAreaChange(zoom: number): number {
  if (zoom <= 5) return 0.05;
  return zoom <= 7 ? 0.02 : 0.001;
}

/** The arcs of a topology in the web map's plane, 360 units along a side, y southwards. */
function mercatorNetwork(topology: LayerTopology): ArcNetwork {
  const network = arcNetwork(topology);
  const place = (degrees: number, i: number) => WORLD_DEG * (i % 2 === 0 ? mercatorX(degrees) : mercatorY(degrees));
  return { ...network, lonLat: network.lonLat.map(place) };
}

function snapLevel({ objects, arcs }: ArcTopology, { lonLat, zoom }: ZoomPlane): ZoomTopology {
  const { extent, columnRow } = coarsestFittingGrid(arcs, { lonLat, zoom });
  return { zoom, extent, topology: { type: "Topology", objects, arcs: arcs.map((arc) => deltas(arc, columnRow)) } };
}

/** Snaps to the coarsest of the given grids on which every vertex fits; on the finest, conflicts are accepted. */
function coarsestFittingGrid(arcs: readonly Int32Array[], { lonLat, zoom }: ZoomPlane, extents = extentsOf(zoom)) {
  const [extent = DEFAULT_EXTENT, ...finer] = extents;
  const { columnRow, unresolvedCount } = snapToGrid({ lonLat, arcs }, (extent * 2 ** zoom) / WORLD_DEG);
  if (unresolvedCount > 0 && finer.length > 0) return coarsestFittingGrid(arcs, { lonLat, zoom }, finer);
  return { extent, columnRow };
}

/** The extents to try, the coarsest first: the usual one, or one as fine as the grid of `REFERENCE_GRID_ZOOM`. */
function extentsOf(zoom: number): readonly number[] {
  const first = DEFAULT_EXTENT * 2 ** Math.max(0, REFERENCE_GRID_ZOOM - zoom);
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
