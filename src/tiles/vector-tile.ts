import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { LAYER_NAMES } from "../model/boundary.js";
import type { ShapeLayer } from "../model/topology.js";
import type { BorderGroup } from "./arc-borders.js";
import { clippedLine } from "./clipped-line.js";
import { clippedRing } from "./clipped-ring.js";
import type { FeatureFacts, LayerFacts } from "./tile-facts.js";
import { boxesMeet, type GridBox, TILE_BUFFER, TILE_EXTENT, type TileAddress, tileBox } from "./tile-grid.js";
import type { GridArea, ZoomGrid } from "./zoom-grid.js";

type TileLayers = Parameters<typeof fromGeojsonVt>[0];
type TileFeature = TileLayers[string]["features"][number];

const VERSION = 2; // of the Mapbox vector tile specification
const [LINES, POLYGONS] = [2, 3] as const;

/** Cuts a tile from the grid of its zoom, as Mapbox vector tile bytes; null when nothing of the edition is in it. */
export function vectorTile(
  grid: ZoomGrid,
  facts: ReadonlyMap<ShapeLayer, LayerFacts>,
  address: TileAddress,
): Uint8Array | null {
  const box = tileBox(address);
  const layers: TileLayers = {};
  const add = (name: string, features: TileFeature[]) => {
    if (features.length > 0) layers[name] = { features, ...address, transformed: true, source: null };
  };
  for (const { name, areas } of grid.layers) {
    const known = facts.get(name);
    add(
      name,
      areas.flatMap((area) => areaFeature(area, { grid, box, facts: known?.get(area.code) })),
    );
  }
  add(
    "borders",
    grid.borders.flatMap((group, i) => borderFeature(group, { grid, box, id: i + 1 })),
  );
  return Object.keys(layers).length === 0 ? null : fromGeojsonVt(layers, { version: VERSION, extent: TILE_EXTENT });
}

function areaFeature(
  area: GridArea,
  { grid, box, facts }: { readonly grid: ZoomGrid; readonly box: GridBox; readonly facts: FeatureFacts | undefined },
): TileFeature[] {
  if (!boxesMeet(area.box, box)) return [];
  const geometry: [number, number][][] = [];
  for (const polygon of area.polygons) {
    if (!boxesMeet(polygon.box, box)) continue;
    for (const [i, ring] of polygon.rings.entries()) {
      const clipped = clippedRing(ring, grid, box);
      if (clipped !== null) geometry.push(inTile(clipped, box));
      else if (i === 0) break; // holes go with what they are holes in
    }
  }
  return geometry.length === 0 ? [] : [{ type: POLYGONS, id: facts?.id, tags: { ...facts?.properties }, geometry }];
}

function borderFeature(
  { layers, isOutline, arcs }: BorderGroup,
  { grid, box, id }: { readonly grid: ZoomGrid; readonly box: GridBox; readonly id: number },
): TileFeature[] {
  const geometry: [number, number][][] = [];
  for (const i of arcs) {
    const [line, lineBox] = [grid.arcs[i], grid.arcBoxes[i]];
    if (line === undefined || lineBox === undefined) continue;
    for (const piece of clippedLine(line, lineBox, box)) geometry.push(inTile(piece, box));
  }
  if (geometry.length === 0) return [];
  const tags = Object.fromEntries(LAYER_NAMES.map((name) => [name, layers.includes(name)]));
  return [{ type: LINES, id, tags: { ...tags, outline: isOutline }, geometry }];
}

/** Positions counted from the tile's corner. */
function inTile(flat: readonly number[], box: GridBox): [number, number][] {
  const [left, top] = [box.minX + TILE_BUFFER, box.minY + TILE_BUFFER];
  const positions: [number, number][] = [];
  for (let k = 0; k < flat.length; k += 2) positions.push([(flat[k] ?? 0) - left, (flat[k + 1] ?? 0) - top]);
  return positions;
}
