import type { LonLatBox } from "@coterminous/overlap";
import { preferredWeight } from "../../analysis/weight.js";
import { compareText } from "../../model/by-code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { LayerTopology } from "../../model/topology.js";
import { geojsonFeatures, type ShapedFeature, shapesBbox } from "../maps/formats/to-geojson.js";
import { MAP_LAYERS, type MapLayerName, mapLayersOf } from "../maps/layers/map-layers.js";
import type { MapFeature } from "../maps/map-document.js";

/** Longitude and latitude on WGS 84: the only coordinate reference system served. */
export const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/** A layer of an edition as a collection of OGC API - Features. */
export interface Collection {
  /** `stp-2017-footprints` */
  readonly id: string;
  readonly title: string;
  readonly facts: IndexedFacts;
  readonly layer: MapLayerName;
}

/** A collection's features with their boxes, sorted by id. */
export interface CollectionContent {
  readonly items: readonly CollectionItem[];
  readonly box: LonLatBox | null;
  /** The properties that features can be filtered by. */
  readonly properties: readonly PropertyType[];
}

export interface CollectionItem {
  readonly feature: ShapedFeature;
  readonly box: LonLatBox;
}

/** A property and the type of its values. */
export interface PropertyType {
  readonly name: string;
  readonly type: "string" | "number" | "boolean";
}

const LAYER_TITLES: Readonly<Record<MapLayerName, string>> = {
  footprints: "footprints",
  "upper-tier": "counties, unitaries, metropolitan districts and London boroughs",
  "lower-tier": "districts, unitaries, metropolitan districts and London boroughs",
  members: "members of the footprints",
  overlaps: "real overlaps of footprints with councils of both tiers",
  borders: "borders of councils, of footprints and of both",
  scenario: "footprints redrawn along council boundaries",
};

/** Every layer of every edition. */
export function collections(editions: readonly IndexedFacts[]): readonly Collection[] {
  return editions.flatMap((facts) =>
    mapLayersOf(facts).map((layer) => ({
      id: `${facts.edition.id}-${layer}`,
      title: `${facts.edition.title}: ${LAYER_TITLES[layer]}`,
      facts,
      layer,
    })),
  );
}

/** The content of a collection. Overlaps are those of both tiers; features without a geometry are left out. */
export function collectionContent({ facts, layer }: Collection, topology: LayerTopology): CollectionContent {
  const features = MAP_LAYERS[layer]({ facts, topology, tier: null, weight: preferredWeight(facts) });
  const shaped = geojsonFeatures({ name: layer, features }, topology);
  const items = shaped.flatMap((feature) => {
    const box = shapesBbox([feature.geometry]);
    return box === null ? [] : [{ feature, box }];
  });
  return {
    items: items.toSorted((one, other) => compareText(one.feature.id, other.feature.id)),
    box: shapesBbox(shaped.map(({ geometry }) => geometry)),
    properties: propertyTypes(features),
  };
}

function propertyTypes(features: readonly MapFeature[]): PropertyType[] {
  return Object.keys(features[0]?.properties ?? {}).map((name) => {
    const value = features.map(({ properties }) => properties[name] ?? null).find((known) => known !== null);
    if (typeof value === "number") return { name, type: "number" };
    return { name, type: typeof value === "boolean" ? "boolean" : "string" };
  });
}
