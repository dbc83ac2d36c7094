import { preferredWeight, WEIGHTS, type Weight } from "../../analysis/weight.js";
import { TIERS, type Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { DETAILS, type Detail } from "../../model/layer.js";
import { FeedError } from "../feed-error.js";
import { notFoundMessage, oneOf, quote, requireEdition } from "../query-params.js";
import { MAP_FORMAT_NAMES, type MapFormatName } from "./formats/map-formats.js";
import { MAP_LAYER_NAMES, type MapLayerName, mapLayersOf } from "./layers/map-layers.js";

/** A request for a map. */
export interface MapRequest {
  readonly facts: IndexedFacts;
  /** The file name without its extension: a layer, or `all`. */
  readonly name: MapLayerName | typeof ALL;
  readonly layers: readonly MapLayerName[];
  readonly format: MapFormatName;
  readonly detail: Detail;
  /** null for both, in layers that can show both. */
  readonly tier: Tier | null;
  readonly weight: Weight;
  /** The requested columns; null for all. */
  readonly columns: readonly string[] | null;
}

const ALL = "all";
const PATH = /^\/maps\/([^/]*)\/([^/]*)\.([^/.]*)$/;
const PARAMETERS = ["detail", "layers", "properties", "tier", "v", "weight"];
const BOTH_TIERS = "ALL";
const TIER_CHOICES = [...TIERS, BOTH_TIERS] as const;
const WITHOUT_TIER = ["upper-tier", "lower-tier", "members"];
const UPPERCASE_PARAMETERS = ["detail", "tier", "weight"]; // values are upper case in GraphQL; URLs may use either case

/**
 * Parses `/maps/<edition>/<layer>.<format>` and its parameters.
 *
 * @throws {FeedError} for an unknown address (404) or an invalid parameter (400)
 */
export function parseMapRequest({ pathname, searchParams }: URL, editions: readonly IndexedFacts[]): MapRequest {
  const [, editionId = "", name = "", format = ""] = PATH.exec(pathname) ?? [];
  const notFound = (what: string) => new FeedError(404, what);
  if (name === "")
    throw notFound("Maps are at /maps/<edition>/<layer>.<format>, such as /maps/stp-2017/footprints.geojson.");
  const facts = requireEdition(editionId, editions);
  const fileName = oneOf(name, [...MAP_LAYER_NAMES, ALL], () =>
    notFound(notFoundMessage("layer", name, [...MAP_LAYER_NAMES, ALL])),
  );
  const formatName = oneOf(format, MAP_FORMAT_NAMES, () =>
    notFound(notFoundMessage("format", format, MAP_FORMAT_NAMES)),
  );
  if (fileName !== ALL && !mapLayersOf(facts).includes(fileName)) {
    throw notFound(`Edition ${facts.edition.id} has no layer ${fileName}; it has ${mapLayersOf(facts).join(", ")}.`);
  }
  if (fileName === ALL && formatName !== "topojson") {
    throw notFound(`Only TopoJSON holds several layers: request all.topojson, or one layer as ${formatName}.`);
  }

  checkParameters(searchParams, fileName);
  const parameter = <Value extends string>(key: string, allowed: readonly Value[]): Value | null => {
    const text = searchParams.get(key);
    if (text === null) return null;
    const value = UPPERCASE_PARAMETERS.includes(key) ? text.toUpperCase() : text;
    return oneOf(value, allowed, () => new FeedError(400, invalidParameter(key, text, allowed)));
  };
  const tier = parameter("tier", TIER_CHOICES);
  checkTier(tier, fileName, facts);
  return {
    facts,
    name: fileName,
    layers: fileName === ALL ? parseLayers(searchParams.get("layers"), facts) : [fileName],
    format: formatName,
    detail: parameter("detail", DETAILS) ?? "MEDIUM",
    tier: tier === null ? defaultTier(fileName, formatName, facts) : tier === BOTH_TIERS ? null : tier,
    weight: parameter("weight", WEIGHTS) ?? preferredWeight(facts),
    columns:
      searchParams
        .get("properties")
        ?.split(",")
        .filter((column) => column !== "") ?? null,
  };
}

// A table lists the overlaps of both tiers; on a map they would lie on top of each other.
function defaultTier(name: string, format: MapFormatName, facts: IndexedFacts): Tier | null {
  if (name === "overlaps" && format === "csv") return null;
  return facts.tiers[0] ?? "UPPER";
}

function checkTier(tier: (typeof TIER_CHOICES)[number] | null, name: string, facts: IndexedFacts): void {
  if (tier === null) return;
  if (WITHOUT_TIER.includes(name)) throw new FeedError(400, `${name} has no parameter tier: omit it.`);
  if (tier === BOTH_TIERS) {
    if (name === "overlaps" || name === ALL) return;
    throw new FeedError(400, `tier=all is for overlaps and all only; for ${name} it can be upper or lower.`);
  }
  if (facts.tiers.includes(tier)) return;
  throw new FeedError(
    400,
    `Edition ${facts.edition.id} has no ${tier.toLowerCase()} tier; it has ${facts.tiers.join(" and ").toLowerCase()}.`,
  );
}

/** The requested layers; by default all but the scenario, which is hypothetical. */
function parseLayers(text: string | null, facts: IndexedFacts): readonly MapLayerName[] {
  if (text === null) return mapLayersOf(facts).filter((name) => name !== "scenario");
  return text
    .split(",")
    .map((name) =>
      oneOf(name, MAP_LAYER_NAMES, () => new FeedError(400, invalidParameter("layers", name, MAP_LAYER_NAMES))),
    );
}

function checkParameters(searchParams: URLSearchParams, fileName: string): void {
  for (const key of new Set(searchParams.keys())) {
    if (!PARAMETERS.includes(key)) throw new FeedError(400, notFoundMessage("parameter", key, PARAMETERS));
    if (searchParams.getAll(key).length > 1) throw new FeedError(400, `Give ${key} once.`);
  }
  if (searchParams.has("layers") && fileName !== ALL) throw new FeedError(400, "layers is for all.topojson only.");
}

function invalidParameter(key: string, text: string, allowed: readonly string[]): string {
  return `${key} is ${quote(text)}; it can be ${lowercase(allowed).join(", ")}.`;
}

function lowercase(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}

/** The cache key of a request: equal for equivalent requests, different for all others. */
export function mapRequestKey({ facts, name, layers, format, detail, tier, weight, columns }: MapRequest): string {
  return JSON.stringify([facts.edition.id, name, layers, format, detail, tier, weight, columns]);
}
