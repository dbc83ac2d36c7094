import type { EditionId } from "../model/code.js";
import type { LayerName } from "../model/layer.js";

/** One layer's file and flags. */
export interface LayerRequest {
  /** A path, followed by `#layer` where the file holds several. */
  readonly address: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly crs: string | null;
  readonly isSwapped: boolean;
}

/** The files of an import and its flags. */
export interface ImportOptions {
  readonly id: EditionId;
  readonly layers: Readonly<Partial<Record<LayerName, LayerRequest>>>;
  /** The file of the population; its `name` is the column of the counts. */
  readonly weights: LayerRequest | null;
  /** The basis of the population figures: "Census 2021 residents". */
  readonly weightsBasis: string | null;
  /** A table of ratings (footprint, measure, rating, source). */
  readonly ratings: string | null;
  /** A table of claims in the format of docs/data.md. */
  readonly claims: string | null;
  readonly title: string | null;
  /** `YYYY-MM-DD`; null for today. */
  readonly date: string | null;
  readonly footprintKind: string | null;
  readonly authorityKind: string | null;
  readonly memberKind: string | null;
  /** null to derive it. */
  readonly toleranceM: number | null;
  readonly publisher: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
}

/** The largest tolerance of an edition. */
export const MAX_TOLERANCE_M = 100_000;

/** The flag of a layer's file, and the prefix of its other flags. */
export const LAYER_FLAGS: Readonly<Record<LayerName, string>> = {
  footprints: "--footprints",
  upper_tier: "--upper",
  lower_tier: "--lower",
  members: "--members",
};
