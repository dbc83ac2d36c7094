import { preferredWeight } from "../../analysis/weight.js";
import type { FeatureAttributes, LayerAttributes, TileProperties } from "../../cartography/tiles/vector-tile.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { DrawableLayer, LayerTopology } from "../../model/topology.js";
import { MAP_LAYERS, type MapLayerName } from "../maps/layers/map-layers.js";
import { ATTRIBUTE_SCHEMA, type TileAttribute } from "./attribute-schema.js";

const MAP_LAYER_OF: Readonly<Record<DrawableLayer, MapLayerName>> = {
  footprints: "footprints",
  upper_tier: "upper-tier",
  lower_tier: "lower-tier",
  members: "members",
  overlaps: "overlaps",
};

/** Tiles take attributes from the map layers, not geometries. */
const NO_SHAPES: LayerTopology = { type: "Topology", objects: {}, arcs: [] };

/** The attributes of every area and partial overlap in tiles of a zoom, by layer: columns of the maps, rounded. */
export function tileAttributes(facts: IndexedFacts, zoom: number): ReadonlyMap<DrawableLayer, LayerAttributes> {
  const context = { facts, topology: NO_SHAPES, tier: null, weight: preferredWeight(facts) };
  return new Map(
    (Object.keys(MAP_LAYER_OF) as DrawableLayer[]).map((layer) => {
      const columns = ATTRIBUTE_SCHEMA[layer].filter(({ minZoom }) => minZoom <= zoom);
      const features = MAP_LAYERS[MAP_LAYER_OF[layer]](context);
      const ids = featureIds(features.map(({ id }) => id));
      const known = features.map(({ id, properties }): [string, FeatureAttributes] => [
        id,
        { id: ids.get(id) ?? 0, properties: tileProperties(properties, columns) },
      ]);
      return [layer, new Map(known)];
    }),
  );
}

/** The attributes that are not null: vector tiles have no null. */
function tileProperties(known: Readonly<Record<string, unknown>>, columns: readonly TileAttribute[]): TileProperties {
  const properties: Record<string, string | number | boolean> = {};
  for (const { name, decimals } of columns) {
    const value = known[name];
    if (typeof value === "number") properties[name] = roundTo(value, decimals);
    else if (typeof value === "string" || typeof value === "boolean") properties[name] = value;
  }
  return properties;
}

/** Rounds to a number of decimal places; a share strictly between 0 and 1 stays so. */
function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const nearest = Math.round(value * scale) / scale;
  if (value > 0 && value < 1 && decimals > 0) return Math.min(1 - 1 / scale, Math.max(1 / scale, nearest));
  return nearest;
}

const FNV_OFFSET = 0x811c9dc5; // FNV-1a, 32 bits
const FNV_PRIME = 0x01000193;
const ID_COUNT = 2 ** 32;

/**
 * Numeric feature ids for the codes of a layer, the same in every build and at every zoom.
 *
 * When all codes are a letter and up to nine digits, as GSS codes are, the id is the digits: 54000048 for E54000048. Other
 * codes get a 32-bit hash; on a collision the next free number.
 */
function featureIds(codes: readonly string[]): ReadonlyMap<string, number> {
  const digits = codes.map((code) => /^[A-Z](\d{1,9})$/.exec(code)?.[1]).map(Number);
  if (digits.every(Number.isInteger) && new Set(digits).size === codes.length) {
    return new Map(codes.map((code, i) => [code, digits[i] ?? 0]));
  }
  const taken = new Set<number>();
  return new Map(
    codes.toSorted().map((code) => {
      let id = fnv1a(code);
      while (taken.has(id)) id = (id + 1) % ID_COUNT;
      taken.add(id);
      return [code, id];
    }),
  );
}

/** FNV-1a of a text's UTF-16 units. */
function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}
