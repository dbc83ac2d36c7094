/** The names of an edition's files; only the manifest, the boundaries and areas.csv are required. */
export const EDITION_FILES = {
  manifest: "edition.json",
  boundaries: "boundaries.topojson",
  blocks: "blocks.csv",
  areas: "areas.csv",
  aliases: "aliases.csv",
  members: "members.csv",
  schemes: "schemes.csv",
  ratings: "ratings.csv",
  claims: "claims.csv",
  parts: "parts.csv",
  leaders: "leaders.csv",
} as const;

/** The columns of an edition's tables, in the order they are written. */
export const COLUMNS = {
  blocks: ["code", "lon", "lat", "population"],
  areas: ["layer", "code", "name", "ods_code", "type"],
  aliases: ["layer", "code", "alias"],
  members: ["code", "footprint"],
  schemes: ["measure", "rating", "label", "rank", "published_total"],
  ratings: ["footprint", "measure", "rating", "confidence", "sources"],
  claims: ["id", "kind", "subject", "reported", "statement", "source"],
  parts: ["footprint", "part", "members", "source"],
  leaders: ["footprint", "name", "organisation", "sector", "source"],
} as const;
