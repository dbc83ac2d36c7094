import type { CodeForm, EditionId } from "./code.js";
import type { LayerName } from "./layer.js";

/** One dated set of layers that belong together. */
export interface Edition {
  readonly id: EditionId;
  readonly title: string;
  /** The day on which the layers were in force, `YYYY-MM-DD`. */
  readonly date: string;
  /** What a footprint of this edition is called, singular: "sustainability and transformation partnership". */
  readonly footprintKind: string;
  /** What an authority of this edition is called, singular: "council", "police force". */
  readonly authorityKind: string;
  /** What a member of this edition is called, singular: "clinical commissioning group". */
  readonly memberKind: string;
  /** Overlaps no thicker than this many metres are slivers, unless they are most of either side. */
  readonly sliverToleranceM: number;
  /** What the population counts are and of when: "ONS mid-2017 estimates"; null when there are none. */
  readonly populationBasis: string | null;
  /** The forms of codes that the API accepts as well-formed in this edition. */
  readonly codeForms: readonly CodeForm[];
  /** The forms that the codes of each layer have. */
  readonly layerCodeForms: Readonly<Record<LayerName, readonly CodeForm[]>>;
  /** Who rated the footprints, in what and when; null when this edition has no ratings. */
  readonly ratingScheme: RatingScheme | null;
  readonly sources: readonly Source[];
  /** What every reader should know, a sentence or two each: how people were distributed, what was repaired. */
  readonly notes: readonly string[];
}

/** One round of ratings. */
export interface RatingScheme {
  readonly title: string;
  /** The day of the ratings, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Where part of an edition comes from. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** The publisher's page; null when there is none. */
  readonly url: string | null;
  /** The sentence the licence asks for. */
  readonly attribution: string;
  /** SHA-256 of the file as it was read, hexadecimal; null for what was collected by hand. */
  readonly sha256: string | null;
}
