import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { LAYER_NAMES } from "../model/layer.js";
import type { ShapeLayer } from "../model/topology.js";
import { type CutArcs, cutArcs, type FlatLine } from "./cut-arcs.js";
import { cutBox } from "./cut-box.js";
import { cutPolygon } from "./cut-polygon.js";
import type { FeatureFacts, LayerFacts } from "./tile-facts.js";
import { boxesMeet, type TileAddress } from "./tile-grid.js";
import type { ZoomGrid } from "./zoom-grid.js";

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
  const cut = cutArcs(grid, cutBox(grid, address));
  const corner = { x: address.x * grid.extent, y: address.y * grid.extent };
  const layers: TileLayers = {};
  const add = (name: string, features: TileFeature[]) => {
    if (features.length > 0) layers[name] = { features, ...address, transformed: true, source: null };
  };
  for (const { name, areas } of grid.layers) {
    const known = facts.get(name);
    const features: TileFeature[] = [];
    for (const area of areas) {
      if (!boxesMeet(area.box, cut.box)) continue;
      const geometry = area.polygons.flatMap((polygon) => cutPolygon(polygon, cut)).map((ring) => inTile(ring, corner));
      if (geometry.length > 0) features.push(areaFeature(geometry, known?.get(area.code)));
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

function areaFeature(geometry: [number, number][][], facts: FeatureFacts | undefined): TileFeature {
  return { type: POLYGONS, id: facts?.id, tags: { ...facts?.properties }, geometry };
}

/** One feature for each group of borders; its id is the group's place, from 1. */
function borderFeatures({ borders, borderByArc }: ZoomGrid, cut: CutArcs, corner: Corner): TileFeature[] {
  const geometries: [number, number][][][] = borders.map(() => []);
  for (const arc of cut.near) {
    const geometry = geometries[borderByArc[arc] ?? -1];
    if (geometry !== undefined) for (const { line } of cut.pieces(arc)) geometry.push(inTile(line, corner));
  }
  return borders.flatMap(({ layers, isOutline }, i) => {
    const geometry = geometries[i] ?? [];
    if (geometry.length === 0) return [];
    const tags = Object.fromEntries(LAYER_NAMES.map((name) => [name, layers.includes(name)]));
    return [{ type: LINES, id: i + 1, tags: { ...tags, outline: isOutline }, geometry }];
  });
}

/** Positions counted from the tile's corner. */
function inTile(line: FlatLine, { x, y }: Corner): [number, number][] {
  const positions: [number, number][] = [];
  for (let k = 0; k < line.length; k += 2) positions.push([(line[k] ?? 0) - x, (line[k + 1] ?? 0) - y]);
  return positions;
}
