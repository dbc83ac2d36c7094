import type { LonLat, LonLatBox } from "@coterminous/overlap";
import type { AuthorityCode, FootprintCode, MemberCode } from "./code.js";

/** UPPER: counties, unitaries, metropolitan districts, London boroughs. LOWER: districts and the same without counties. */
export type Tier = "UPPER" | "LOWER";

export const TIERS: readonly Tier[] = ["UPPER", "LOWER"];

/** OTHER: any other authority, such as a police force or a school district. */
export type AuthorityType = "COUNTY" | "DISTRICT" | "UNITARY" | "METROPOLITAN_DISTRICT" | "LONDON_BOROUGH" | "OTHER";

export const AUTHORITY_TYPES: readonly AuthorityType[] = [
  "COUNTY",
  "DISTRICT",
  "UNITARY",
  "METROPOLITAN_DISTRICT",
  "LONDON_BOROUGH",
  "OTHER",
];

/** Measured on an area's boundary at full detail. */
interface AreaMeasurements {
  /** Area on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Residents; null when the edition has no blocks. */
  readonly population: number | null;
  readonly bbox: LonLatBox;
  /** A point well inside the area, for a label. */
  readonly centre: LonLat;
}

/** One health area. */
export interface Footprint extends AreaMeasurements {
  readonly code: FootprintCode;
  readonly odsCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** One council. A unitary, metropolitan district or London borough is one record in both tiers. */
export interface Authority extends AreaMeasurements {
  readonly code: AuthorityCode;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: AuthorityType;
  /** UPPER before LOWER. */
  readonly tiers: readonly Tier[];
}

/** A CCG or sub-ICB inside a footprint. */
export interface Member extends AreaMeasurements {
  readonly code: MemberCode;
  readonly odsCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly footprintCode: FootprintCode;
}

/** Small areas with their populations, each located at one point; parallel arrays of equal length. */
export interface Blocks {
  readonly codes: readonly string[];
  /** Degrees, WGS 84. */
  readonly lons: Float64Array;
  readonly lats: Float64Array;
  readonly populations: Int32Array;
}
