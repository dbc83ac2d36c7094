import { COLUMNS } from "../geodata/edition-files.js";
import { authorityType } from "./authority-type.js";
import type { ImportedLayer } from "./imported-layer.js";

/** A table to be written: its header, then its rows. */
export type TableRows = readonly (readonly (string | number)[])[];

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
