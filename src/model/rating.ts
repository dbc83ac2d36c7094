import type { FootprintCode } from "./code.js";

/** One value of a measure's scale. */
export interface SchemeValue {
  readonly measure: string;
  /** 1 is best; null where the order is not known. */
  readonly rank: number | null;
  readonly rating: string;
  readonly label: string;
  /** How many footprints have this value according to the publisher; null where it gave no total. */
  readonly publishedTotal: number | null;
}

/** A rating that a source gives for one footprint. */
export interface SourcedRating {
  readonly footprintCode: FootprintCode;
  readonly measure: string;
  readonly rating: string;
  /** The kind of source: PUBLISHED_LIST, PRESS, LOCAL_REPORT. */
  readonly confidence: string;
  readonly sources: readonly string[];
}
