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

/** Tiles take only what maps say of areas, not how they draw them. */
const NO_SHAPES: LayerTopology = { type: "Topology", objects: {}, arcs: [] };

/** What tiles of a zoom say of every area and partial overlap of an edition, by layer: some columns of its maps, rounded. */
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

/** Only what is known, as vector tiles have no null. */
function tileProperties(known: Readonly<Record<string, unknown>>, columns: readonly TileAttribute[]): TileProperties {
  const properties: Record<string, string | number | boolean> = {};
  for (const { name, decimals } of columns) {
    const value = known[name];
    if (typeof value === "number") properties[name] = roundTo(value, decimals);
    else if (typeof value === "string" || typeof value === "boolean") properties[name] = value;
  }
  return properties;
}

/** A number to so many decimal places; a share that is not nothing or all stays so. */
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
 * A whole number for every code of a layer, the same in every build and at every zoom.
 *
 * Where all codes are a letter and up to nine digits, as GSS codes are, it is the digits: 54000048 for E54000048. Other
 * codes get a hash of 32 bits, the next free one where two agree.
 */
export function featureIds(codes: readonly string[]): ReadonlyMap<string, number> {
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
