import type { FootprintCode } from "../model/code.js";
import { editDistance } from "../model/edit-distance.js";
import type { AreaRows } from "./read-areas.js";
import { aliasKey } from "./read-tables.js";

/** Finds footprints by what people call them. */
export interface FootprintNames {
  /** The footprint with this code, name or alias, whatever its case and spacing; null for none, or for more than one. */
  find(text: string): FootprintCode | null;
  /** The name nearest to a text. */
  nearest(text: string): string;
}

/** The names of an edition's footprints. */
export function footprintNames(
  { footprints }: AreaRows,
  aliases: ReadonlyMap<string, readonly string[]>,
): FootprintNames {
  const named = [...footprints.values()].flatMap(({ code, name }) =>
    [code, name, ...(aliases.get(aliasKey("footprints", code)) ?? [])].map((label) => ({ code, label })),
  );
  return {
    find: (text) => {
      const codes = new Set(named.filter(({ label }) => plain(label) === plain(text)).map(({ code }) => code));
      const [only] = codes;
      return codes.size === 1 ? (only as FootprintCode) : null;
    },
    nearest: (text) => {
      const distance = (label: string) => editDistance(plain(label), plain(text), label.length + text.length);
      const sorted = named.map(({ label }) => ({ label, errors: distance(label) })).sort((a, b) => a.errors - b.errors);
      return sorted[0]?.label ?? "";
    },
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
