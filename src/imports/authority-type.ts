import type { AuthorityType } from "../model/area.js";

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
