import type { FootprintCode } from "./code.js";

/** One value of a measure's scale. */
export interface SchemeValue {
  readonly measure: string;
  /** 1 is best; null where the order is not known. */
  readonly rank: number | null;
  readonly rating: string;
  readonly label: string;
  /** How many footprints the publisher said have this value; null where it did not say. */
  readonly publishedTotal: number | null;
}

/** A rating that a source gives for one footprint. */
export interface SourcedRating {
  readonly footprintCode: FootprintCode;
  readonly measure: string;
  readonly rating: string;
  /** How good the source is, in its own words: PUBLISHED_LIST, PRESS, LOCAL_REPORT. */
  readonly confidence: string;
  readonly sources: readonly string[];
}
