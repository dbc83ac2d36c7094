import type { ShapedFeature } from "../formats/geojson-features.js";
import type { LonLatBox } from "../model/boundary.js";
import type { CollectionContent, CollectionItem } from "./collections.js";
import type { ItemsQuery } from "./items-query.js";

/** A page of features and how many there are in all. */
export interface ItemsPage {
  readonly features: readonly ShapedFeature[];
  readonly numberMatched: number;
}

/** The features that a query asks for, in the order of their ids. */
export function itemsPage({ items }: CollectionContent, { limit, offset, bbox, filters }: ItemsQuery): ItemsPage {
  const matched = items.filter((item) => (bbox === null || boxesMeet(item.box, bbox)) && hasValues(item, filters));
  return {
    features: matched.slice(offset, offset + limit).map(({ feature }) => feature),
    numberMatched: matched.length,
  };
}

/** Whether two boxes touch at least; the second may run over the antimeridian, its west then larger than its east. */
function boxesMeet(item: LonLatBox, [west, south, east, north]: LonLatBox): boolean {
  if (item[1] > north || item[3] < south) return false;
  if (west <= east) return item[0] <= east && item[2] >= west;
  return item[2] >= west || item[0] <= east;
}

function hasValues({ feature }: CollectionItem, filters: ReadonlyMap<string, string>): boolean {
  return [...filters].every(([name, text]) => {
    const value = feature.properties[name] ?? null;
    if (value === null) return false;
    return typeof value === "number" ? value === Number(text) : String(value) === text;
  });
}
