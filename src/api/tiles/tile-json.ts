import type { LonLatBox } from "@coterminous/overlap";
import { attribution } from "../../analysis/text/citation.js";
import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { IndexedFacts } from "../../model/facts.js";
import { LAYER_NAMES } from "../../model/layer.js";
import { ATTRIBUTE_SCHEMA, TILE_LAYER_TITLES } from "./attribute-schema.js";
import { minZooms } from "./min-zooms.js";

/** The description of a vector tile set. @see https://github.com/mapbox/tilejson-spec/tree/master/3.0.0 */
interface TileJson {
  readonly tilejson: "3.0.0";
  readonly name: string;
  readonly description: string;
  /** Version of the tile set's structure, not of its data. */
  readonly version: string;
  readonly attribution: string;
  readonly scheme: "xyz";
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: LonLatBox;
  readonly center: readonly [lon: number, lat: number, zoom: number];
  readonly vector_layers: readonly VectorLayer[];
  /** Hash of the built data; not part of the specification. */
  readonly dataVersion: string;
}

/** A layer of the tiles with its attributes. */
export interface VectorLayer {
  readonly id: string;
  readonly description: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly fields: Readonly<Record<string, string>>;
}

const INITIAL_ZOOM = 5; // England fits on a screen

/** The TileJSON of an edition; `tiles` is the URL template with {z}, {x} and {y}. */
export function tileJson(
  facts: IndexedFacts,
  { tiles, dataVersion }: { readonly tiles: string; readonly dataVersion: string },
): TileJson {
  const bounds = editionBounds(facts);
  const [west, south, east, north] = bounds;
  const { id, title, date } = facts.edition;
  return {
    tilejson: "3.0.0",
    name: id,
    description: `${title}, ${date}`,
    version: "1.0.0",
    attribution: attribution(facts.edition),
    scheme: "xyz",
    tiles: [tiles],
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    bounds,
    center: [(west + east) / 2, (south + north) / 2, INITIAL_ZOOM],
    vector_layers: vectorLayers(facts),
    dataVersion,
  };
}

/** The bounds of an edition, degrees; all longitudes when an area crosses the antimeridian, as TileJSON requires. */
export function editionBounds({ footprints, authorities, members }: IndexedFacts): LonLatBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { bbox } of [...footprints, ...authorities, ...members]) {
    const isOver = bbox[0] > bbox[2];
    west = Math.min(west, isOver ? -180 : bbox[0]);
    south = Math.min(south, bbox[1]);
    east = Math.max(east, isOver ? 180 : bbox[2]);
    north = Math.max(north, bbox[3]);
  }
  return [west, south, east, north];
}

/**
 * The layers of an edition's tiles with the description of each attribute, or its type, which archives need.
 */
export function vectorLayers(facts: IndexedFacts, fieldValue: "description" | "type" = "description"): VectorLayer[] {
  const minZoomByLayer = minZooms(facts);
  const isPresent = {
    footprints: true,
    upper_tier: facts.tiers.includes("UPPER"),
    lower_tier: facts.tiers.includes("LOWER"),
    members: facts.members.length > 0,
    overlaps: facts.overlaps.length > 0,
    borders: true,
  };
  return ([...LAYER_NAMES, "overlaps", "borders"] as const)
    .filter((layer) => isPresent[layer])
    .map((layer) => ({
      id: layer,
      description: TILE_LAYER_TITLES[layer],
      minzoom: layer === "borders" ? 0 : minZoomByLayer[layer],
      maxzoom: MAX_ZOOM,
      fields: Object.fromEntries(ATTRIBUTE_SCHEMA[layer].map((column) => [column.name, column[fieldValue]])),
    }));
}
