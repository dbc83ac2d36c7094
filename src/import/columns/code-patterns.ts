import type { AuthorityType } from "../../model/area.js";
import { ANY_FORM, type CodeForm } from "../../model/code.js";

const MAX_PATTERNS = 12;

/**
 * The patterns of a layer's codes, at most a dozen: with their first three characters (`E07######`), else with the first,
 * else with none. Codes with other characters than capital letters and digits get the pattern for any code.
 */
export function codePatterns(codes: readonly string[]): CodeForm[] {
  if (codes.length === 0 || !codes.every((code) => /^[A-Z0-9]{2,32}$/.test(code))) return [ANY_FORM];
  for (const literal of [3, 1, 0]) {
    const patterns = new Set(codes.map((code) => patternOf(code, literal)));
    if (patterns.size <= MAX_PATTERNS) return [...patterns].sort();
  }
  return [ANY_FORM];
}

/** The patterns of the codes of several layers, without any character of a code. */
export function commonPatterns(codes: readonly string[]): CodeForm[] {
  const patterns = new Set(codes.map((code) => patternOf(code, 0)));
  const isPlain = codes.every((code) => /^[A-Z0-9]{2,32}$/.test(code));
  return isPlain && patterns.size <= MAX_PATTERNS ? [...patterns].sort() : [ANY_FORM];
}

function patternOf(code: string, literal: number): CodeForm {
  const rest = code.slice(literal).replace(/[0-9]/g, "#").replace(/[A-Z]/g, "@");
  return code.slice(0, literal) + rest;
}

/** Whether a code has the form of an ONS code of nine characters: `E07000107`. */
export function isOnsCode(code: string): boolean {
  return /^[EWSN]\d{8}$/.test(code);
}

// ONS code prefixes: England's five types, and the single-tier councils of Wales (unitary authorities), Scotland (council
// areas) and Northern Ireland (local government districts), which lie in no county.
const TYPE_BY_PREFIX: Readonly<Record<string, AuthorityType>> = {
  E06: "UNITARY",
  E07: "DISTRICT",
  E08: "METROPOLITAN_DISTRICT",
  E09: "LONDON_BOROUGH",
  E10: "COUNTY",
  W06: "UNITARY",
  S12: "UNITARY",
  N09: "UNITARY",
};

/** The type of an authority by its ONS code; OTHER for any other code. */
export function authorityType(code: string): AuthorityType {
  return (isOnsCode(code) ? TYPE_BY_PREFIX[code.slice(0, 3)] : undefined) ?? "OTHER";
}
