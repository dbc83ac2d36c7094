import type { LonLatBox } from "../model/boundary.js";
import type { PropertyType } from "./collections.js";
import { OgcError, quoted } from "./ogc-error.js";

/** Which of a collection's features are asked for. */
export interface ItemsQuery {
  readonly limit: number;
  readonly offset: number;
  /** Features whose box meets it; null for all. */
  readonly bbox: LonLatBox | null;
  /** Values that properties must have, as they are written. */
  readonly filters: ReadonlyMap<string, string>;
}

/** Features in an answer that says no limit; more than most layers have. */
export const DEFAULT_LIMIT = 500;
/** A higher limit is brought down to this, as the standard allows. */
export const MOST_LIMIT = 1000;

const OWN_PARAMETERS = ["limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "f", "v"];
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const MOST_OFFSET = 1_000_000;
const TIME = String.raw`(\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?)`;
const TIME_OR_INTERVAL = new RegExp(`^(${TIME}|(${TIME}|\\.\\.)?/(${TIME}|\\.\\.)?)$`, "i");

/**
 * Reads the parameters of /items.
 *
 * @throws {OgcError} saying what is wrong and what is allowed
 */
export function parseItemsQuery(parameters: URLSearchParams, properties: readonly PropertyType[]): ItemsQuery {
  const filters = new Map<string, string>();
  for (const name of new Set(parameters.keys())) {
    if (parameters.getAll(name).length > 1) throw new OgcError(400, `Give ${quoted(name)} once.`);
    if (OWN_PARAMETERS.includes(name)) continue;
    filters.set(name, checkedFilter(name, parameters.get(name) ?? "", properties));
  }
  for (const name of ["crs", "bbox-crs"]) {
    const crs = parameters.get(name) ?? CRS84;
    if (crs !== CRS84) throw new OgcError(400, `${name} is ${quoted(crs)}; positions are in ${CRS84} only.`);
  }
  checkFormat(parameters);
  checkTime(parameters.get("datetime"));
  const bbox = parameters.get("bbox");
  return {
    limit: Math.min(MOST_LIMIT, wholeNumber(parameters, "limit", { least: 1, ifLeftOut: DEFAULT_LIMIT })),
    offset: Math.min(MOST_OFFSET, wholeNumber(parameters, "offset", { least: 0, ifLeftOut: 0 })),
    bbox: bbox === null ? null : parsedBox(bbox),
    filters,
  };
}

/** @throws {OgcError} for a format other than JSON */
export function checkFormat(parameters: URLSearchParams): void {
  const format = parameters.get("f") ?? "json";
  if (!["json", "geojson"].includes(format))
    throw new OgcError(400, `f is ${quoted(format)}; it can be json or geojson.`);
}

// Areas have no time of their own, so by the standard every time selects them all.
function checkTime(text: string | null): void {
  if (text !== null && !TIME_OR_INTERVAL.test(text)) {
    throw new OgcError(
      400,
      `datetime is ${quoted(text)}; it can be a time or an interval, such as 2017-04-01T00:00:00Z/..`,
    );
  }
}

function checkedFilter(name: string, value: string, properties: readonly PropertyType[]): string {
  const property = properties.find((known) => known.name === name);
  if (property === undefined) {
    const known = properties.map((one) => one.name).join(", ");
    throw new OgcError(
      400,
      `There is no parameter ${quoted(name)}; there are limit, offset, bbox and the properties ${known}.`,
    );
  }
  if (property.type === "number" && (value.trim() === "" || !Number.isFinite(Number(value)))) {
    throw new OgcError(400, `${name} is ${quoted(value)}; it can be a number.`);
  }
  if (property.type === "boolean" && !["true", "false"].includes(value)) {
    throw new OgcError(400, `${name} is ${quoted(value)}; it can be true or false.`);
  }
  return value;
}

function wholeNumber(
  parameters: URLSearchParams,
  name: string,
  { least, ifLeftOut }: { readonly least: number; readonly ifLeftOut: number },
): number {
  const text = parameters.get(name);
  if (text === null) return ifLeftOut;
  const number = Number(text);
  if (/^\d{1,15}$/.test(text) && number >= least) return number;
  throw new OgcError(400, `${name} is ${quoted(text)}; it can be a whole number from ${least}.`);
}

/** Four numbers, or six whose heights are passed over, as the standard allows. */
function parsedBox(text: string): LonLatBox {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  const isBox = [4, 6].includes(numbers.length) && numbers.every(Number.isFinite);
  if (!isBox || west === undefined || south === undefined || east === undefined || north === undefined) {
    const form = "four numbers, west,south,east,north in degrees, such as bbox=-0.6,51.2,0.4,51.8";
    throw new OgcError(400, `bbox is ${quoted(text)}; it can be ${form}.`);
  }
  if (south > north) throw new OgcError(400, `bbox is ${quoted(text)}: its south lies north of its north.`);
  return [west, south, east, north];
}
