import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Boundary } from "@coterminous/overlap";
import type { AuthorityType, Blocks } from "../model/area.js";
import { byCode } from "../model/by-code.js";
import type { FootprintPart, Leader, ReportedClaim } from "../model/claims.js";
import type { FootprintCode, MemberCode } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import type { LayerName } from "../model/layer.js";
import type { SchemeValue, SourcedRating } from "../model/rating.js";
import type { LayerTopology } from "../model/topology.js";
import { EDITION_FILES } from "./edition-files.js";
import { readManifest } from "./manifest.js";
import { type AreaRows, readAreas } from "./read-areas.js";
import { type Boundaries, readBoundaries } from "./read-boundaries.js";
import {
  aliasKey,
  readAliases,
  readBlocks,
  readClaims,
  readLeaders,
  readMembers,
  readParts,
  readRatings,
  readSchemes,
} from "./read-tables.js";
import { EditionError, type ValidationIssue } from "./validation-issue.js";

/** One area as published: its names and its boundary, not measured yet. */
export interface AreaInput {
  readonly code: string;
  readonly name: string;
  readonly odsCode: string | null;
  /** null for footprints and members. */
  readonly type: AuthorityType | null;
  readonly aliases: readonly string[];
  readonly boundary: Boundary;
}

/** An edition's files, read and checked. Areas are sorted by code. */
export interface EditionInput {
  readonly edition: Edition;
  readonly layers: Readonly<Record<LayerName, readonly AreaInput[]>>;
  /** The same boundaries on shared arcs, for simplifying. */
  readonly topology: LayerTopology;
  /** null when the edition has no blocks.csv: the population is then unknown. */
  readonly blocks: Blocks | null;
  /** The footprint of each member that members.csv lists; for the others, the boundaries decide. */
  readonly footprintOfMember: ReadonlyMap<MemberCode, FootprintCode>;
  readonly schemes: readonly SchemeValue[];
  readonly ratings: readonly SourcedRating[];
  readonly claims: readonly ReportedClaim[];
  readonly parts: readonly FootprintPart[];
  readonly leaders: readonly Leader[];
}

/**
 * Reads an edition's folder and checks everything in it.
 *
 * @throws {EditionError} with every problem of every file
 */
export function readEdition(folder: string): EditionInput {
  const problems: ValidationIssue[] = [];
  const path = (file: keyof typeof EDITION_FILES) => join(folder, EDITION_FILES[file]);
  const readOptional = <T>(file: keyof typeof EDITION_FILES, read: (path: string) => T, none: T): T =>
    existsSync(path(file)) ? read(path(file)) : none;

  const edition = readManifest(path("manifest"), problems);
  if (edition === null) throw new EditionError(basename(folder), problems);
  const areas = readAreas(path("areas"), edition, problems);
  const boundaries = readBoundaries(path("boundaries"), areas, problems);
  const aliases = readOptional("aliases", (file) => readAliases(file, areas, problems), new Map<string, string[]>());
  const schemes = readOptional("schemes", (file) => readSchemes(file, problems), []);
  const tables = {
    blocks: readOptional("blocks", (file) => readBlocks(file, problems), null),
    footprintOfMember: readOptional("members", (file) => readMembers(file, areas, problems), new Map()),
    schemes,
    ratings: readOptional("ratings", (file) => readRatings(file, areas, schemes, problems), []),
    claims: readOptional("claims", (file) => readClaims(file, { areas, edition }, problems), []),
    parts: readOptional("parts", (file) => readParts(file, areas, problems), []),
    leaders: readOptional("leaders", (file) => readLeaders(file, areas, problems), []),
  };
  if (boundaries === null || problems.length > 0) throw new EditionError(edition.id, problems);

  const layer = (name: LayerName) => joinAreas(name, areas, boundaries, aliases);
  const layers = {
    footprints: layer("footprints"),
    upper_tier: layer("upper_tier"),
    lower_tier: layer("lower_tier"),
    members: layer("members"),
  };
  return { edition, layers, topology: boundaries.topology, ...tables };
}

function joinAreas(
  layer: LayerName,
  areas: AreaRows,
  boundaries: Boundaries,
  aliases: ReadonlyMap<string, readonly string[]>,
): AreaInput[] {
  return [...areas[layer].values()]
    .flatMap((row) => {
      const boundary = boundaries.byLayer[layer].get(row.code);
      return boundary === undefined
        ? []
        : [{ ...row, boundary, aliases: aliases.get(aliasKey(layer, row.code)) ?? [] }];
    })
    .sort(byCode);
}
