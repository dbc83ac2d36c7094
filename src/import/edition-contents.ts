import type { Boundary } from "@coterminous/overlap";
import type { Position } from "geojson";
import { topology } from "topojson-server";
import { COLUMNS } from "../edition/edition-files.js";
import type { TableRows } from "../edition/write-edition.js";
import type { LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { authorityType, codePatterns, commonPatterns } from "./columns/code-patterns.js";
import type { ImportedLayer } from "./import-layer.js";
import type { ImportOptions } from "./import-options.js";

/** What an import found out that edition.json has to say. */
export interface ManifestFacts {
  readonly toleranceM: number;
  /** Sentences that every reader of the edition is to see. */
  readonly notes: readonly string[];
  /** What the numbers of people are; null when there are none. */
  readonly populationBasis: string | null;
  readonly ratingScheme: { readonly title: string; readonly date: string } | null;
  /** Files beside the layers that the edition was made from, with what each gave. */
  readonly otherSources: readonly { readonly title: string; readonly sha256: string }[];
}

/** edition.json of an imported edition. */
export function editionManifest(options: ImportOptions, layers: readonly ImportedLayer[], facts: ManifestFacts) {
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  const footprintKind = options.footprintKind ?? "footprint";
  const authorityKind = options.authorityKind ?? guessAuthorityKind(layers);
  const codesOf = (wanted: LayerName) =>
    layers.filter(({ layer }) => layer === wanted).flatMap(({ areas }) => areas.map(({ code }) => code));
  const allCodes = layers.flatMap(({ areas }) => areas.map(({ code }) => code));
  return {
    id: options.id,
    title: options.title ?? `${capitalize(plural(footprintKind))} and ${plural(authorityKind)}, ${date}`,
    date,
    footprintKind,
    authorityKind,
    memberKind: options.memberKind ?? "member",
    sliverToleranceM: facts.toleranceM,
    populationBasis: facts.populationBasis,
    ratingScheme: facts.ratingScheme,
    codeForms: commonPatterns(allCodes),
    layerCodeForms: {
      footprints: codePatterns(codesOf("footprints")),
      upper_tier: codePatterns(codesOf("upper_tier")),
      lower_tier: codePatterns(codesOf("lower_tier")),
      members: codePatterns(codesOf("members")),
    },
    notes: facts.notes,
    sources: [
      ...layers.map(({ layer, file }) =>
        source(options, `${LAYER_TITLES[layer]}: ${file.file} (${file.format})`, file.sha256),
      ),
      ...facts.otherSources.map(({ title, sha256 }) => source(options, title, sha256)),
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
    attribution: attribution ?? `${title}, as given by whoever imported it.`,
    sha256,
  };
}

/** Authorities whose codes ONS gives to councils are councils. */
function guessAuthorityKind(layers: readonly ImportedLayer[]): string {
  const authorities = layers.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  const isCouncils = authorities.every(({ areas }) => areas.every(({ code }) => authorityType(code) !== "OTHER"));
  return isCouncils ? "council" : "authority";
}

function plural(kind: string): string {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`;
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** areas.csv: a row an area and layer. An authority in both tiers has one name, the upper tier's. */
export function areasTable(layers: readonly ImportedLayer[]): TableRows {
  const upperNames = namesOf(layers, "upper_tier");
  const rows = layers.flatMap(({ layer, areas }) =>
    areas.map(({ code, name }) => {
      const isAuthority = layer === "upper_tier" || layer === "lower_tier";
      const shown = layer === "lower_tier" ? (upperNames.get(code) ?? name) : name;
      return [layer, code, shown, "", isAuthority ? authorityType(code) : ""];
    }),
  );
  return [COLUMNS.areas, ...rows];
}

/** aliases.csv: what the lower tier calls an authority that the upper tier calls otherwise; null when there is none. */
export function aliasesTable(layers: readonly ImportedLayer[]): TableRows | null {
  const upperNames = namesOf(layers, "upper_tier");
  const rows = [...namesOf(layers, "lower_tier")].flatMap(([code, name]) => {
    const upperName = upperNames.get(code);
    return upperName === undefined || upperName === name ? [] : [["lower_tier", code, name]];
  });
  return rows.length === 0 ? null : [COLUMNS.aliases, ...rows];
}

function namesOf(layers: readonly ImportedLayer[], wanted: "upper_tier" | "lower_tier"): Map<string, string> {
  const areas = layers.find(({ layer }) => layer === wanted)?.areas ?? [];
  return new Map(areas.map(({ code, name }) => [code, name]));
}

/**
 * The layers on shared arcs, every position as it was read.
 *
 * On no grid: corners that published rings touch themselves in lie on an edge to the last digit, and any rounding would
 * put some of them on its wrong side.
 */
export function buildTopology(layers: readonly ImportedLayer[]): LayerTopology {
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

// Joining turns rings round and cuts them in place; the positions in them it leaves as they are.
function copyRings(boundary: Boundary): unknown {
  const rings = (polygon: readonly Position[][]) => polygon.map((ring) => ring.slice());
  return boundary.type === "Polygon"
    ? { type: boundary.type, coordinates: rings(boundary.coordinates) }
    : { type: boundary.type, coordinates: boundary.coordinates.map(rings) };
}
