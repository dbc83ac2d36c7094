import type { Tier } from "./area.js";
import type { AuthorityCode, FootprintCode } from "./code.js";

/** What a footprint and an authority share; pairs without shared area or people have no record. */
export interface Overlap {
  readonly footprintCode: FootprintCode;
  readonly authorityCode: AuthorityCode;
  /** The authority's tiers, UPPER before LOWER. */
  readonly tiers: readonly Tier[];
  /** Area shared, on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Residents of the blocks whose points lie in both; null when the edition has no blocks. */
  readonly population: number | null;
  /** Diameter of the largest circle that fits in the overlap, metres. */
  readonly thicknessM: number;
  /** Diameter of the largest circle that fits in the authority outside the footprint, metres; 0 when all of it is inside. */
  readonly outsideThicknessM: number;
}

/** How a footprint fits all authorities of a tier together. */
export interface FootprintFit {
  readonly footprintCode: FootprintCode;
  readonly tier: Tier;
  /**
   * Diameter of the largest circle that fits in the symmetric difference of the footprint and the union of the
   * authorities that have more than half of their area in it, metres.
   */
  readonly thickestDisagreementM: number;
  /** Diameter of the largest circle that fits in the part of the footprint that no authority of the tier covers, metres. */
  readonly uncoveredThicknessM: number;
}

/** Two neighbouring footprints; each pair is listed once, lower code first. */
export interface Border {
  readonly footprintCodes: readonly [FootprintCode, FootprintCode];
  /** Length of the shared border on the ellipsoid, metres. */
  readonly lengthM: number;
}
