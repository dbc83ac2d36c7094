import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { LAYER_NAMES } from "../model/boundary.js";
import type { ShapeLayer } from "../model/topology.js";
import type { BorderGroup } from "./arc-borders.js";
import { type CutArcs, cutArcs, type FlatLine } from "./cut-arcs.js";
import { cutBox } from "./cut-box.js";
import { cutPolygon } from "./cut-polygon.js";
import type { FeatureFacts, LayerFacts } from "./tile-facts.js";
import { boxesMeet, type TileAddress } from "./tile-grid.js";
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
  const cut = cutArcs(grid, cutBox(grid, address));
  const corner = { x: address.x * grid.extent, y: address.y * grid.extent };
  const layers: TileLayers = {};
  const add = (name: string, features: TileFeature[]) => {
    if (features.length > 0) layers[name] = { features, ...address, transformed: true, source: null };
  };
  for (const { name, areas } of grid.layers) {
    const known = facts.get(name);
    add(
      name,
      areas.flatMap((area) => areaFeature(area, { cut, corner, facts: known?.get(area.code) })),
    );
  }
  add(
    "borders",
    grid.borders.flatMap((group, i) => borderFeature(group, { cut, corner, id: i + 1 })),
  );
  if (Object.keys(layers).length === 0) return null;
  return fromGeojsonVt(layers, { version: VERSION, extent: grid.extent });
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function areaFeature(
  area: GridArea,
  { cut, corner, facts }: { readonly cut: CutArcs; readonly corner: Corner; readonly facts: FeatureFacts | undefined },
): TileFeature[] {
  if (!boxesMeet(area.box, cut.box)) return [];
  const geometry = area.polygons.flatMap((polygon) => cutPolygon(polygon, cut)).map((ring) => inTile(ring, corner));
  return geometry.length === 0 ? [] : [{ type: POLYGONS, id: facts?.id, tags: { ...facts?.properties }, geometry }];
}

function borderFeature(
  { layers, isOutline, arcs }: BorderGroup,
  { cut, corner, id }: { readonly cut: CutArcs; readonly corner: Corner; readonly id: number },
): TileFeature[] {
  const geometry = arcs.flatMap((arc) => cut.pieces(arc)).map(({ line }) => inTile(line, corner));
  if (geometry.length === 0) return [];
  const tags = Object.fromEntries(LAYER_NAMES.map((name) => [name, layers.includes(name)]));
  return [{ type: LINES, id, tags: { ...tags, outline: isOutline }, geometry }];
}

/** Positions counted from the tile's corner. */
function inTile(line: FlatLine, { x, y }: Corner): [number, number][] {
  const positions: [number, number][] = [];
  for (let k = 0; k < line.length; k += 2) positions.push([(line[k] ?? 0) - x, (line[k + 1] ?? 0) - y]);
  return positions;
}
