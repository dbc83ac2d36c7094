import { preferredWeight } from "../analysis/weight.js";
import { MAP_LAYERS, type MapLayerName } from "../maps/map-layers.js";
import type { IndexedFacts } from "../model/facts.js";
import type { LayerTopology, ShapeLayer } from "../model/topology.js";
import { featureIds } from "./feature-ids.js";
import { TILE_COLUMNS, type TileColumn } from "./tile-columns.js";

/** What a tile says of a feature: text, numbers and truth values; what is not known is left out. */
export type TileProperties = Readonly<Record<string, string | number | boolean>>;

/** What a feature carries besides its shape. */
export interface FeatureFacts {
  readonly id: number;
  readonly properties: TileProperties;
}

/** Facts of a layer's features by the ids they have in the topology. */
export type LayerFacts = ReadonlyMap<string, FeatureFacts>;

const MAP_LAYER_OF: Readonly<Record<ShapeLayer, MapLayerName>> = {
  footprints: "footprints",
  upper_tier: "upper-tier",
  lower_tier: "lower-tier",
  members: "members",
  overlaps: "overlaps",
};

/** Tiles take only what maps say of areas, not how they draw them. */
const NO_SHAPES: LayerTopology = { type: "Topology", objects: {}, arcs: [] };

/** What tiles of a zoom say of every area and partial overlap of an edition, by layer: some columns of its maps, rounded. */
export function tileFacts(facts: IndexedFacts, zoom: number): ReadonlyMap<ShapeLayer, LayerFacts> {
  const scope = { facts, topology: NO_SHAPES, tier: null, weight: preferredWeight(facts) };
  return new Map(
    (Object.keys(MAP_LAYER_OF) as ShapeLayer[]).map((layer) => {
      const columns = TILE_COLUMNS[layer].filter(({ leastZoom }) => leastZoom <= zoom);
      const features = MAP_LAYERS[MAP_LAYER_OF[layer]](scope);
      const ids = featureIds(features.map(({ id }) => id));
      const known = features.map(({ id, properties }): [string, FeatureFacts] => [
        id,
        { id: ids.get(id) ?? 0, properties: tileProperties(properties, columns) },
      ]);
      return [layer, new Map(known)];
    }),
  );
}

/** Only what is known, as vector tiles have no null. */
function tileProperties(known: Readonly<Record<string, unknown>>, columns: readonly TileColumn[]): TileProperties {
  const properties: Record<string, string | number | boolean> = {};
  for (const { name, places } of columns) {
    const value = known[name];
    if (typeof value === "number") properties[name] = rounded(value, places);
    else if (typeof value === "string" || typeof value === "boolean") properties[name] = value;
  }
  return properties;
}

/** A number to so many decimal places; a share that is not nothing or all stays so. */
function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  const near = Math.round(value * scale) / scale;
  if (value > 0 && value < 1 && places > 0) return Math.min(1 - 1 / scale, Math.max(1 / scale, near));
  return near;
}
