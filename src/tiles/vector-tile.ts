import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { LayerName } from "../model/boundary.js";
import { clippedRing, type FlatRing } from "./clipped-ring.js";
import { boxesMeet, type GridBox, TILE_EXTENT, type TileAddress, tileBox } from "./tile-grid.js";
import type { GridArea, ZoomGrid } from "./zoom-grid.js";

/** What a tile says of a feature: text, numbers and truth values; what is not known is left out. */
export type TileProperties = Readonly<Record<string, string | number | boolean>>;

/** What a feature carries besides its shape. */
export interface FeatureFacts {
  readonly id: number;
  readonly properties: TileProperties;
}

/** Facts of a layer's areas by code. */
export type LayerFeatures = ReadonlyMap<string, FeatureFacts>;

type TileFeature = Parameters<typeof fromGeojsonVt>[0][string]["features"][number];

const TILE_VERSION = 2; // of the Mapbox vector tile specification

/** Cuts a tile from the grid of its zoom, as Mapbox vector tile bytes; null when nothing of the edition is in it. */
export function vectorTile(
  grid: ZoomGrid,
  features: ReadonlyMap<LayerName, LayerFeatures>,
  address: TileAddress,
): Uint8Array | null {
  const box = tileBox(address);
  const layers: Parameters<typeof fromGeojsonVt>[0] = {};
  let isEmpty = true;
  for (const { name, areas } of grid.layers) {
    const facts = features.get(name);
    const drawn = areas.flatMap((area) => tileFeature(area, { grid, box, facts: facts?.get(area.code) }));
    if (drawn.length === 0) continue;
    layers[name] = { features: drawn, ...address, transformed: true, source: null };
    isEmpty = false;
  }
  return isEmpty ? null : fromGeojsonVt(layers, { version: TILE_VERSION, extent: TILE_EXTENT });
}

function tileFeature(
  area: GridArea,
  { grid, box, facts }: { readonly grid: ZoomGrid; readonly box: GridBox; readonly facts: FeatureFacts | undefined },
): TileFeature[] {
  if (!boxesMeet(area.box, box)) return [];
  const rings: FlatRing[] = [];
  for (const polygon of area.polygons) {
    const [outer, ...holes] = boxesMeet(polygon.box, box) ? polygon.rings : [];
    const outside = outer === undefined ? null : clippedRing(outer, grid, box);
    if (outside === null) continue;
    rings.push(outside, ...holes.flatMap((hole) => clippedOrNothing(hole, grid, box)));
  }
  if (rings.length === 0) return [];
  return [{ type: 3, id: facts?.id, tags: { ...facts?.properties }, geometry: rings.map((ring) => inTile(ring, box)) }];
}

function clippedOrNothing(...[ring, grid, box]: Parameters<typeof clippedRing>): FlatRing[] {
  const clipped = clippedRing(ring, grid, box);
  return clipped === null ? [] : [clipped];
}

/** Positions counted from the tile's corner; a tile's box begins its buffer before that. */
function inTile(ring: FlatRing, box: GridBox): [number, number][] {
  const buffer = (box.maxX - box.minX - TILE_EXTENT) / 2;
  const [left, top] = [box.minX + buffer, box.minY + buffer];
  const positions: [number, number][] = [];
  for (let k = 0; k < ring.length; k += 2) positions.push([(ring[k] ?? 0) - left, (ring[k + 1] ?? 0) - top]);
  return positions;
}
