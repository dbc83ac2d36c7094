import type { LonLat } from "../model/boundary.js";
import type { Mend } from "./mended-boundary.js";

/** Something mended in an area's boundary. */
export interface AreaMend extends Mend {
  readonly code: string;
  readonly name: string;
}

/** Why an area cannot be measured: what is wrong with it, and what would put it right. */
export interface AreaRefusal {
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly remedy: string;
  readonly at: LonLat | null;
}

/** Areas that count each piece of their land once, what was mended to make them so, and those that could not be. */
export interface SettledAreas<Area> {
  readonly areas: readonly Area[];
  readonly mends: readonly AreaMend[];
  readonly refused: readonly AreaRefusal[];
}
