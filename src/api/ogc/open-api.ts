import type { Collection, CollectionContent, PropertyType } from "./collections.js";
import { DEFAULT_LIMIT, MAX_LIMIT } from "./items.js";

/** The OpenAPI 3.0 description, with the filter properties of every collection. */
export function openApi(
  all: readonly { readonly collection: Collection; readonly content: CollectionContent }[],
  { root, version }: { readonly root: string; readonly version: string },
): object {
  const itemPaths = all.flatMap(({ collection, content }) => [
    [
      `/collections/${collection.id}`,
      { get: operation(`About ${collection.title}`, "application/json", { hasNotFound: true }) },
    ],
    [`/collections/${collection.id}/items`, { get: itemsOperation(collection, content) }],
    [`/collections/${collection.id}/items/{featureId}`, { get: featureOperation(collection) }],
  ]);
  return {
    openapi: "3.0.3",
    info: {
      title: "Coterminous: OGC API - Features",
      description: "NHS footprints, councils, their overlaps and borders as GeoJSON features.",
      version,
      license: {
        name: "Open Government Licence v3.0",
        url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
      },
    },
    servers: [{ url: root }],
    paths: {
      "/": { get: operation("Landing page", "application/json") },
      "/conformance": { get: operation("Conformance classes", "application/json") },
      "/api": { get: operation("This document", "application/vnd.oai.openapi+json;version=3.0") },
      "/collections": { get: operation("All collections: every layer of every edition", "application/json") },
      ...Object.fromEntries(itemPaths),
    },
  };
}

function itemsOperation({ id, title }: Collection, { properties }: CollectionContent): object {
  const common = [
    query("limit", "maximum number of features in a page", {
      type: "integer",
      minimum: 1,
      maximum: MAX_LIMIT,
      default: DEFAULT_LIMIT,
    }),
    query("offset", "number of features to skip", { type: "integer", minimum: 0, default: 0 }),
    {
      ...query("bbox", "west,south,east,north in degrees", {
        type: "array",
        minItems: 4,
        maxItems: 6,
        items: { type: "number" },
      }),
      style: "form",
      explode: false,
    },
    query("datetime", "a time or an interval; features have no time property, so any value selects them all", {
      type: "string",
    }),
  ];
  const filters = properties.map(({ name, type }: PropertyType) =>
    query(name, `only features with this ${name}`, { type }),
  );
  return {
    ...operation(`Features: ${title}`, "application/geo+json", { hasBadRequest: true }),
    operationId: `items-${id}`,
    parameters: [...common, ...filters],
  };
}

function featureOperation({ id, title }: Collection): object {
  const featureId = {
    name: "featureId",
    in: "path",
    required: true,
    schema: { type: "string" },
    description: "the feature's id: a code",
  };
  return {
    ...operation(`One feature: ${title}`, "application/geo+json", { hasNotFound: true }),
    operationId: `feature-${id}`,
    parameters: [featureId],
  };
}

const query = (name: string, description: string, schema: object): object => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

function operation(
  summary: string,
  type: string,
  {
    hasNotFound = false,
    hasBadRequest = false,
  }: { readonly hasNotFound?: boolean; readonly hasBadRequest?: boolean } = {},
): object {
  const problem = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: { type: "object" } } },
  });
  return {
    summary,
    responses: {
      200: { description: summary, content: { [type]: { schema: { type: "object" } } } },
      ...(hasBadRequest ? { 400: problem("Invalid parameter; the detail says what is allowed") } : {}),
      ...(hasNotFound ? { 404: problem("Not found; the detail says what exists") } : {}),
    },
  };
}
