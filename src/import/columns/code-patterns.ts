import type { AuthorityType } from "../../model/area.js";
import { ANY_FORM, type CodeForm } from "../../model/code.js";

const MAX_PATTERNS = 12;

/**
 * The forms that the codes of a layer have, as tight as a dozen of them allow: with their first three signs as they are
 * (`E07######`), with the first, with none; any code where they are not capital letters and digits alone.
 */
export function codePatterns(codes: readonly string[]): CodeForm[] {
  if (codes.length === 0 || !codes.every((code) => /^[A-Z0-9]{2,32}$/.test(code))) return [ANY_FORM];
  for (const literal of [3, 1, 0]) {
    const patterns = new Set(codes.map((code) => patternOf(code, literal)));
    if (patterns.size <= MAX_PATTERNS) return [...patterns].sort();
  }
  return [ANY_FORM];
}

/** The forms of any code of some layers, no sign of them given away. */
export function commonPatterns(codes: readonly string[]): CodeForm[] {
  const patterns = new Set(codes.map((code) => patternOf(code, 0)));
  const isPlain = codes.every((code) => /^[A-Z0-9]{2,32}$/.test(code));
  return isPlain && patterns.size <= MAX_PATTERNS ? [...patterns].sort() : [ANY_FORM];
}

function patternOf(code: string, literal: number): CodeForm {
  const rest = code.slice(literal).replace(/[0-9]/g, "#").replace(/[A-Z]/g, "@");
  return code.slice(0, literal) + rest;
}

// The beginnings of ONS codes: England's five kinds, and the single-tier councils of the other countries: Wales's unitary
// authorities, Scotland's council areas, Northern Ireland's local government districts, which lie in no county.
const TYPE_OF_BEGINNING: Readonly<Record<string, AuthorityType>> = {
  E06: "UNITARY",
  E07: "DISTRICT",
  E08: "METROPOLITAN_DISTRICT",
  E09: "LONDON_BOROUGH",
  E10: "COUNTY",
  W06: "UNITARY",
  S12: "UNITARY",
  N09: "UNITARY",
};

/** What an authority is, by its code where that is one of ONS's nine signs; OTHER elsewhere. */
export function authorityType(code: string): AuthorityType {
  return (/^[EWSN]\d{8}$/.test(code) ? TYPE_OF_BEGINNING[code.slice(0, 3)] : undefined) ?? "OTHER";
}
