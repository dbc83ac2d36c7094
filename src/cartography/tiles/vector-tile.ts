import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { LAYER_NAMES } from "../../model/layer.js";
import type { DrawableLayer } from "../../model/topology.js";
import { type ClippedArcs, clipArcs, type FlatLine } from "./clip-arcs.js";
import { clipPolygon } from "./clip-polygon.js";
import { clipWindow } from "./clip-window.js";
import type { PyramidLevel } from "./pyramid-level.js";
import { boxesIntersect, type TileAddress } from "./tile-grid.js";

/** The attributes of a feature in a tile: text, numbers and booleans; unknown ones are left out. */
export type TileProperties = Readonly<Record<string, string | number | boolean>>;

/** The attributes of a feature and its numeric id. */
export interface FeatureAttributes {
  readonly id: number;
  readonly properties: TileProperties;
}

/** The attributes of a layer's features by their ids in the topology. */
export type LayerAttributes = ReadonlyMap<string, FeatureAttributes>;

type TileLayers = Parameters<typeof fromGeojsonVt>[0];
type TileFeature = TileLayers[string]["features"][number];

const VERSION = 2; // of the Mapbox vector tile specification
const [LINES, POLYGONS] = [2, 3] as const;

/** Clips a tile from its level of the pyramid and encodes it as a Mapbox vector tile; null when it is empty. */
export function vectorTile(
  grid: PyramidLevel,
  attributes: ReadonlyMap<DrawableLayer, LayerAttributes>,
  address: TileAddress,
): Uint8Array | null {
  const cut = clipArcs(grid, clipWindow(grid, address));
  const corner = { x: address.x * grid.extent, y: address.y * grid.extent };
  const layers: TileLayers = {};
  const add = (name: string, features: TileFeature[]) => {
    if (features.length > 0) layers[name] = { features, ...address, transformed: true, source: null };
  };
  for (const { name, areas } of grid.layers) {
    const layerAttributes = attributes.get(name);
    const features: TileFeature[] = [];
    for (const area of areas) {
      if (!boxesIntersect(area.box, cut.box)) continue;
      const geometry = area.polygons
        .flatMap((polygon) => clipPolygon(polygon, cut))
        .map((ring) => toTileCoordinates(ring, corner));
      if (geometry.length > 0) features.push(areaFeature(geometry, layerAttributes?.get(area.code)));
    }
    add(name, features);
  }
  add("borders", borderFeatures(grid, cut, corner));
  if (Object.keys(layers).length === 0) return null;
  return fromGeojsonVt(layers, { version: VERSION, extent: grid.extent });
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function areaFeature(geometry: [number, number][][], attributes: FeatureAttributes | undefined): TileFeature {
  return { type: POLYGONS, id: attributes?.id, tags: { ...attributes?.properties }, geometry };
}

/** One feature for each class of borders; its id is the class's index, from 1. */
function borderFeatures({ borders, borderByArc }: PyramidLevel, cut: ClippedArcs, corner: Corner): TileFeature[] {
  const geometries: [number, number][][][] = borders.map(() => []);
  for (const arc of cut.nearbyArcs) {
    const geometry = geometries[borderByArc[arc] ?? -1];
    if (geometry !== undefined) for (const { line } of cut.pieces(arc)) geometry.push(toTileCoordinates(line, corner));
  }
  return borders.flatMap(({ layers, isOutline }, i) => {
    const geometry = geometries[i] ?? [];
    if (geometry.length === 0) return [];
    const tags = Object.fromEntries(LAYER_NAMES.map((name) => [name, layers.includes(name)]));
    return [{ type: LINES, id: i + 1, tags: { ...tags, outline: isOutline }, geometry }];
  });
}

/** Positions relative to the tile's corner. */
function toTileCoordinates(line: FlatLine, { x, y }: Corner): [number, number][] {
  const positions: [number, number][] = [];
  for (let k = 0; k < line.length; k += 2) positions.push([(line[k] ?? 0) - x, (line[k + 1] ?? 0) - y]);
  return positions;
}
