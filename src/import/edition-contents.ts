import type { Boundary } from "@coterminous/overlap";
import type { Position } from "geojson";
import { topology } from "topojson-server";
import { csvText, type TableRows } from "../edition/csv-table.js";
import { COLUMNS } from "../edition/edition-files.js";
import type { EditionTexts } from "../edition/write-edition.js";
import type { LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { authorityType, codePatterns, commonPatterns } from "./columns/code-patterns.js";
import type { ImportedLayer } from "./import-layer.js";
import type { ImportOptions } from "./import-options.js";
import type { PopulationTable } from "./population/population.js";
import type { ClaimsTable, RatingsTable } from "./rating-tables.js";

/** The tables beside the layers; null for those that the import does not have. */
export interface ImportedTables {
  readonly population: PopulationTable | null;
  readonly ratings: RatingsTable | null;
  readonly claims: ClaimsTable | null;
}

/** What an edition is written from. */
export interface EditionInput extends ImportedTables {
  readonly layers: readonly ImportedLayer[];
  readonly toleranceM: number;
  /** Notes for every reader of the edition, a sentence each. */
  readonly notes: readonly string[];
}

/** The texts of an imported edition's files; its ratings are loaded into the folder later. */
export function editionTexts(options: ImportOptions, input: EditionInput): EditionTexts {
  const { layers, population, ratings, claims } = input;
  const aliases = aliasesTable(layers);
  return {
    manifest: `${JSON.stringify(editionManifest(options, input), null, 2)}\n`,
    boundaries: `${JSON.stringify(buildTopology(layers))}\n`,
    areas: csvText(areasTable(layers)),
    aliases: aliases === null ? null : csvText(aliases),
    blocks: population === null ? null : csvText(population.table),
    schemes: ratings === null ? null : csvText(ratings.schemes),
    claims: claims === null ? null : claims.text,
  };
}

/** edition.json of an imported edition. */
function editionManifest(options: ImportOptions, { layers, toleranceM, notes, ...tables }: EditionInput) {
  const { population, ratings, claims } = tables;
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  const footprintKind = options.footprintKind ?? "footprint";
  const authorityKind = options.authorityKind ?? guessAuthorityKind(layers);
  const codesOf = (name: LayerName) =>
    layers.filter(({ layer }) => layer === name).flatMap(({ areas }) => areas.map(({ code }) => code));
  const allCodes = layers.flatMap(({ areas }) => areas.map(({ code }) => code));
  return {
    id: options.id,
    title: options.title ?? `${capitalize(plural(footprintKind))} and ${plural(authorityKind)}, ${date}`,
    date,
    footprintKind,
    authorityKind,
    memberKind: options.memberKind ?? "member",
    sliverToleranceM: toleranceM,
    populationBasis: population?.basis ?? null,
    ratingScheme: ratings?.scheme ?? null,
    codeForms: commonPatterns(allCodes),
    layerCodeForms: {
      footprints: codePatterns(codesOf("footprints")),
      upper_tier: codePatterns(codesOf("upper_tier")),
      lower_tier: codePatterns(codesOf("lower_tier")),
      members: codePatterns(codesOf("members")),
    },
    notes,
    sources: [
      ...layers.map(({ layer, file }) =>
        source(options, `${LAYER_TITLES[layer]}: ${file.file} (${file.format})`, file.sha256),
      ),
      ...[population?.source, ratings?.source, claims?.source].flatMap((table) =>
        table === undefined ? [] : source(options, table.title, table.sha256),
      ),
    ],
  };
}

const LAYER_TITLES: Readonly<Record<LayerName, string>> = {
  footprints: "Footprints",
  upper_tier: "Upper-tier authorities",
  lower_tier: "Lower-tier authorities",
  members: "Members of footprints",
};

const NOT_STATED = "not stated";

function source({ publisher, licence, attribution }: ImportOptions, title: string, sha256: string) {
  return {
    title,
    publisher: publisher ?? NOT_STATED,
    licence: licence ?? NOT_STATED,
    url: null,
    attribution: attribution ?? `${title}, as given to the import.`,
    sha256,
  };
}

/** "council" where all authorities have ONS codes of councils. */
function guessAuthorityKind(layers: readonly ImportedLayer[]): string {
  const authorities = layers.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  const isCouncils = authorities.every(({ areas }) => areas.every(({ code }) => authorityType(code) !== "OTHER"));
  return isCouncils ? "council" : "authority";
}

function plural(kind: string): string {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`;
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** areas.csv: one row for each area and layer. An authority in both tiers has the name of the upper tier. */
function areasTable(layers: readonly ImportedLayer[]): TableRows {
  const upperNames = namesOf(layers, "upper_tier");
  const rows = layers.flatMap(({ layer, areas }) =>
    areas.map(({ code, name }) => {
      const isAuthority = layer === "upper_tier" || layer === "lower_tier";
      const ownName = layer === "lower_tier" ? (upperNames.get(code) ?? name) : name;
      return [layer, code, ownName, "", isAuthority ? authorityType(code) : ""];
    }),
  );
  return [COLUMNS.areas, ...rows];
}

/** aliases.csv: the names of the lower tier that differ from those of the upper tier; null for none. */
function aliasesTable(layers: readonly ImportedLayer[]): TableRows | null {
  const upperNames = namesOf(layers, "upper_tier");
  const rows = [...namesOf(layers, "lower_tier")].flatMap(([code, name]) => {
    const upperName = upperNames.get(code);
    return upperName === undefined || upperName === name ? [] : [["lower_tier", code, name]];
  });
  return rows.length === 0 ? null : [COLUMNS.aliases, ...rows];
}

function namesOf(layers: readonly ImportedLayer[], tier: "upper_tier" | "lower_tier"): Map<string, string> {
  const areas = layers.find(({ layer }) => layer === tier)?.areas ?? [];
  return new Map(areas.map(({ code, name }) => [code, name]));
}

/**
 * The layers as one topology of shared arcs, with positions in full precision.
 *
 * They are not quantised: where a ring touches itself, a vertex lies exactly on an edge, and rounding could move it across.
 */
function buildTopology(layers: readonly ImportedLayer[]): LayerTopology {
  const collections = Object.fromEntries(
    layers.map(({ layer, areas }) => [
      layer,
      {
        type: "FeatureCollection",
        features: areas.map(({ code, boundary }) => ({
          type: "Feature",
          id: code,
          properties: {},
          geometry: copyRings(boundary),
        })),
      },
    ]),
  );
  return topology(collections as never) as unknown as LayerTopology;
}

// topology() reverses and splits rings in place; positions stay unchanged.
function copyRings(boundary: Boundary): unknown {
  const rings = (polygon: readonly Position[][]) => polygon.map((ring) => ring.slice());
  return boundary.type === "Polygon"
    ? { type: boundary.type, coordinates: rings(boundary.coordinates) }
    : { type: boundary.type, coordinates: boundary.coordinates.map(rings) };
}
