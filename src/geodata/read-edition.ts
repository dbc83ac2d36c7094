import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { LayerName } from "../model/layer.js";
import { EDITION_FILES } from "./edition-files.js";
import type { AreaSource, EditionSource } from "./edition-source.js";
import { readManifest } from "./manifest.js";
import { EditionError, type Problem } from "./problem.js";
import { type AreaRows, readAreas } from "./read-areas.js";
import { readBlocks } from "./read-blocks.js";
import { type Boundaries, readBoundaries } from "./read-boundaries.js";
import { readRatings, readSchemes } from "./read-ratings.js";
import { aliasKey, readAliases, readClaims, readLeaders, readMembers, readParts } from "./read-tables.js";

/**
 * Reads an edition's folder and checks everything in it.
 *
 * @throws {EditionError} with every problem of every file
 */
export function readEdition(folder: string): EditionSource {
  const problems: Problem[] = [];
  const path = (file: keyof typeof EDITION_FILES) => join(folder, EDITION_FILES[file]);
  const optional = <T>(file: keyof typeof EDITION_FILES, read: (path: string) => T, none: T): T =>
    existsSync(path(file)) ? read(path(file)) : none;

  const edition = readManifest(path("manifest"), problems);
  if (edition === null) throw new EditionError(basename(folder), problems);
  const areas = readAreas(path("areas"), edition, problems);
  const boundaries = readBoundaries(path("boundaries"), areas, problems);
  const aliases = optional("aliases", (file) => readAliases(file, areas, problems), new Map<string, string[]>());
  const schemes = optional("schemes", (file) => readSchemes(file, problems), []);
  const tables = {
    blocks: optional("blocks", (file) => readBlocks(file, problems), null),
    footprintOfMember: optional("members", (file) => readMembers(file, areas, problems), new Map()),
    schemes,
    ratings: optional("ratings", (file) => readRatings(file, areas, schemes, problems), []),
    claims: optional("claims", (file) => readClaims(file, { areas, edition }, problems), []),
    parts: optional("parts", (file) => readParts(file, areas, problems), []),
    leaders: optional("leaders", (file) => readLeaders(file, areas, problems), []),
  };
  if (boundaries === null || problems.length > 0) throw new EditionError(edition.id, problems);

  const layer = (name: LayerName) => joinedAreas(name, areas, boundaries, aliases);
  const layers = {
    footprints: layer("footprints"),
    upper_tier: layer("upper_tier"),
    lower_tier: layer("lower_tier"),
    members: layer("members"),
  };
  return { edition, layers, topology: boundaries.topology, ...tables };
}

function joinedAreas(
  layer: LayerName,
  areas: AreaRows,
  boundaries: Boundaries,
  aliases: ReadonlyMap<string, readonly string[]>,
): AreaSource[] {
  return [...areas[layer].values()]
    .flatMap((row) => {
      const boundary = boundaries.byLayer[layer].get(row.code);
      return boundary === undefined
        ? []
        : [{ ...row, boundary, aliases: aliases.get(aliasKey(layer, row.code)) ?? [] }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
