import type { Footprint } from "../model/area.js";
import { byCode } from "../model/by-code.js";
import type { FootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";

/** A footprint on the other side of a border. */
export interface Neighbour {
  readonly footprint: Footprint;
  /** Length of the shared border on the ellipsoid, metres. */
  readonly lengthM: number;
}

/** The footprints that share a border with a footprint: longest border first, then by code. */
export function neighbours(code: FootprintCode, facts: IndexedFacts): readonly Neighbour[] {
  return facts.borders
    .flatMap(({ footprintCodes: [one, other], lengthM }) => {
      const across = one === code ? other : other === code ? one : null;
      const footprint = across === null ? undefined : facts.footprintByCode.get(across);
      return footprint === undefined ? [] : [{ footprint, lengthM }];
    })
    .sort((a, b) => b.lengthM - a.lengthM || byCode(a.footprint, b.footprint));
}
