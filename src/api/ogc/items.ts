import type { LonLatBox } from "@coterminous/overlap";
import { FeedError } from "../feed-error.js";
import type { ShapedFeature } from "../maps/formats/to-geojson.js";
import { quote, wholeNumber } from "../query-params.js";
import { type CollectionContent, type CollectionItem, CRS84, type PropertyType } from "./collections.js";

/** The requested features of a collection. */
export interface ItemsQuery {
  readonly limit: number;
  readonly offset: number;
  /** Only features whose box intersects it; null for all. */
  readonly bbox: LonLatBox | null;
  /** Values that properties must have, as in the URL. */
  readonly filters: ReadonlyMap<string, string>;
}

/** Page size without a limit; more than most layers have. */
export const DEFAULT_LIMIT = 500;
/** Maximum page size; a higher limit is reduced to it, as the standard allows. */
export const MAX_LIMIT = 1000;

const OWN_PARAMETERS = ["limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "f", "v"];
const MAX_OFFSET = 1_000_000;
const TIME = String.raw`(\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?)`;
const TIME_OR_INTERVAL = new RegExp(`^(${TIME}|(${TIME}|\\.\\.)?/(${TIME}|\\.\\.)?)$`, "i");

/**
 * Parses the parameters of /items.
 *
 * @throws {FeedError} with status 400 for an invalid parameter
 */
export function parseItemsQuery(parameters: URLSearchParams, properties: readonly PropertyType[]): ItemsQuery {
  const filters = new Map<string, string>();
  for (const name of new Set(parameters.keys())) {
    if (parameters.getAll(name).length > 1) throw new FeedError(400, `Give ${quote(name)} once.`);
    if (OWN_PARAMETERS.includes(name)) continue;
    filters.set(name, validateFilter(name, parameters.get(name) ?? "", properties));
  }
  for (const name of ["crs", "bbox-crs"]) {
    const crs = parameters.get(name) ?? CRS84;
    if (crs !== CRS84) throw new FeedError(400, `${name} is ${quote(crs)}; positions are in ${CRS84} only.`);
  }
  checkFormat(parameters);
  checkTime(parameters.get("datetime"));
  const count = (name: string, fallback: number, min: number) => {
    const text = parameters.get(name);
    return text === null ? fallback : wholeNumber(text, { name, status: 400, min });
  };
  const bbox = parameters.get("bbox");
  return {
    limit: Math.min(MAX_LIMIT, count("limit", DEFAULT_LIMIT, 1)),
    offset: Math.min(MAX_OFFSET, count("offset", 0, 0)),
    bbox: bbox === null ? null : parseBbox(bbox),
    filters,
  };
}

/** Checks the parameter f. @throws {FeedError} for a format other than JSON */
export function checkFormat(parameters: URLSearchParams): void {
  const format = parameters.get("f") ?? "json";
  if (!["json", "geojson"].includes(format))
    throw new FeedError(400, `f is ${quote(format)}; it can be json or geojson.`);
}

// Features have no time property, so by the standard every datetime selects them all.
function checkTime(text: string | null): void {
  if (text !== null && !TIME_OR_INTERVAL.test(text)) {
    throw new FeedError(
      400,
      `datetime is ${quote(text)}; it can be a time or an interval, such as 2017-04-01T00:00:00Z/..`,
    );
  }
}

function validateFilter(name: string, value: string, properties: readonly PropertyType[]): string {
  const property = properties.find((known) => known.name === name);
  if (property === undefined) {
    const known = properties.map((one) => one.name).join(", ");
    throw new FeedError(
      400,
      `There is no parameter ${quote(name)}; there are limit, offset, bbox and the properties ${known}.`,
    );
  }
  if (property.type === "number" && (value.trim() === "" || !Number.isFinite(Number(value)))) {
    throw new FeedError(400, `${name} is ${quote(value)}; it can be a number.`);
  }
  if (property.type === "boolean" && !["true", "false"].includes(value)) {
    throw new FeedError(400, `${name} is ${quote(value)}; it can be true or false.`);
  }
  return value;
}

/** Four numbers, or six of which the heights are ignored, as the standard allows. */
function parseBbox(text: string): LonLatBox {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  const isBox = [4, 6].includes(numbers.length) && numbers.every(Number.isFinite);
  if (!isBox || west === undefined || south === undefined || east === undefined || north === undefined) {
    const form = "four numbers, west,south,east,north in degrees, such as bbox=-0.6,51.2,0.4,51.8";
    throw new FeedError(400, `bbox is ${quote(text)}; it can be ${form}.`);
  }
  if (south > north) throw new FeedError(400, `bbox is ${quote(text)}: its south is larger than its north.`);
  return [west, south, east, north];
}

/** A page of features and the number on all pages. */
export interface ItemsPage {
  readonly features: readonly ShapedFeature[];
  readonly numberMatched: number;
}

/** The features of a page, sorted by id. */
export function itemsPage({ items }: CollectionContent, { limit, offset, bbox, filters }: ItemsQuery): ItemsPage {
  const matched = items.filter((item) => (bbox === null || intersectsBbox(item.box, bbox)) && hasValues(item, filters));
  return {
    features: matched.slice(offset, offset + limit).map(({ feature }) => feature),
    numberMatched: matched.length,
  };
}

/** Whether two boxes intersect or touch; the second may cross the antimeridian, with west larger than east. */
function intersectsBbox(item: LonLatBox, [west, south, east, north]: LonLatBox): boolean {
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
