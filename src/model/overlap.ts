import type { Tier } from "./area.js";
import type { AuthorityCode, FootprintCode } from "./code.js";

/** What one footprint and one authority share; only pairs that share area or people are kept. */
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
  /** Diameter of the largest circle that fits in what the authority has outside the footprint, metres; 0 for nothing. */
  readonly outsideThicknessM: number;
}

/** What only the boundaries can say of a footprint and all authorities of a tier together. */
export interface FootprintFit {
  readonly footprintCode: FootprintCode;
  readonly tier: Tier;
  /**
   * Diameter of the largest circle that fits in the symmetric difference of the footprint and the union of the
   * authorities that have more than half of their area in it, metres.
   */
  readonly thickestDisagreementM: number;
  /** Diameter of the largest circle that fits in what no authority of the tier covers of the footprint, metres. */
  readonly uncoveredThicknessM: number;
}

/** Two footprints that border on each other; each pair stands once, lower code first. */
export interface Border {
  readonly footprintCodes: readonly [FootprintCode, FootprintCode];
  /** Length of the shared border on the ellipsoid, metres. */
  readonly lengthM: number;
}
