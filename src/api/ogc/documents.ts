import { attribution } from "../../analysis/text/citation.js";
import type { ShapedFeature } from "../maps/formats/to-geojson.js";
import { type Collection, type CollectionContent, CRS84 } from "./collections.js";
import type { ItemsPage, ItemsQuery } from "./items.js";

/** A link of OGC API - Features. */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
}

export const JSON_TYPE = "application/json";
export const GEOJSON_TYPE = "application/geo+json";
export const OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";

/** The conformance classes implemented. */
const CONFORMS_TO = ["core", "geojson", "oas30"].map(
  (part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`,
);

const link = (href: string, rel: string, type: string, title?: string): Link => ({
  href,
  rel,
  type,
  ...(title === undefined ? {} : { title }),
});

/** The landing page. Here and below, `root` is the absolute URL of /ogc. */
export function landingPage(root: string): object {
  return {
    title: "Coterminous",
    description: "How NHS footprints and councils fit together in England: footprints, councils, overlaps and borders.",
    links: [
      link(root, "self", JSON_TYPE, "this document"),
      link(`${root}/api`, "service-desc", OPENAPI_TYPE, "the OpenAPI description of this API"),
      link(`${root}/conformance`, "conformance", JSON_TYPE, "conformance classes"),
      link(`${root}/collections`, "data", JSON_TYPE, "collections"),
    ],
  };
}

export function conformance(): object {
  return { conformsTo: CONFORMS_TO };
}

/** The list of collections with their extents. */
export function collectionsDocument(
  all: readonly { readonly collection: Collection; readonly content: CollectionContent }[],
  root: string,
): object {
  return {
    links: [link(`${root}/collections`, "self", JSON_TYPE)],
    collections: all.map(({ collection, content }) => collectionDocument(collection, content, root)),
  };
}

export function collectionDocument({ id, title, facts }: Collection, { box }: CollectionContent, root: string): object {
  const address = `${root}/collections/${id}`;
  const { date, sources } = facts.edition;
  return {
    id,
    title,
    description: `${title}, as of ${date}. ${attribution(facts.edition)}`,
    attribution: attribution(facts.edition),
    itemType: "feature",
    crs: [CRS84],
    extent: {
      ...(box === null ? {} : { spatial: { bbox: [box], crs: CRS84 } }),
      temporal: { interval: [[`${date}T00:00:00Z`, `${date}T23:59:59Z`]] },
    },
    links: [
      link(address, "self", JSON_TYPE),
      link(`${address}/items`, "items", GEOJSON_TYPE, "features"),
      ...sources.flatMap(({ url, licence }) => (url === null ? [] : [link(url, "license", "text/html", licence)])),
    ],
  };
}

/** A page of features with links to the previous and next pages. */
export function itemsDocument(
  { features, numberMatched }: ItemsPage,
  {
    address,
    parameters,
    query,
  }: { readonly address: string; readonly parameters: URLSearchParams; readonly query: ItemsQuery },
): object {
  const { limit, offset } = query;
  const page = (start: number) => {
    const search = new URLSearchParams(parameters);
    search.set("limit", String(limit));
    search.set("offset", String(start));
    return `${address}?${search}`;
  };
  const own = parameters.size === 0 ? address : `${address}?${parameters}`;
  return {
    type: "FeatureCollection",
    numberMatched,
    numberReturned: features.length,
    links: [
      link(own, "self", GEOJSON_TYPE),
      link(address.replace(/\/items$/, ""), "collection", JSON_TYPE),
      ...(offset + limit < numberMatched ? [link(page(offset + limit), "next", GEOJSON_TYPE)] : []),
      ...(offset > 0 ? [link(page(Math.max(0, offset - limit)), "prev", GEOJSON_TYPE)] : []),
    ],
    features,
  };
}

/** One feature with links to itself and to its collection at `address`. */
export function featureDocument(feature: ShapedFeature, address: string): object {
  return {
    ...feature,
    links: [
      link(`${address}/items/${encodeURIComponent(feature.id)}`, "self", GEOJSON_TYPE),
      link(address, "collection", JSON_TYPE),
    ],
  };
}
