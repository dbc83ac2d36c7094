import type { EditionId } from "../model/code.js";
import type { LayerName } from "../model/layer.js";

/** How one layer is to be read. */
export interface LayerRequest {
  /** A path, with `#layer` behind it where the file holds several. */
  readonly address: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly crs: string | null;
  readonly isSwapped: boolean;
}

/** What an import is asked to make of which files. */
export interface ImportOptions {
  readonly id: EditionId;
  readonly layers: Readonly<Partial<Record<LayerName, LayerRequest>>>;
  /** Where people live; its `name` is the column of the counts. null when people are not known. */
  readonly weights: LayerRequest | null;
  /** What the numbers of people are: "Census 2021 residents". */
  readonly weightsBasis: string | null;
  /** A table of ratings (footprint, measure, rating, source) and one of claims, as docs/data.md has it; null for none. */
  readonly ratings: string | null;
  readonly claims: string | null;
  readonly title: string | null;
  /** `YYYY-MM-DD`; null for today. */
  readonly date: string | null;
  readonly footprintKind: string | null;
  readonly authorityKind: string | null;
  readonly memberKind: string | null;
  /** null to have it derived. */
  readonly toleranceM: number | null;
  readonly publisher: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
}

/** The flag that names a layer's file; the layer's other flags begin with it. */
export const LAYER_FLAGS: Readonly<Record<LayerName, string>> = {
  footprints: "--footprints",
  upper_tier: "--upper",
  lower_tier: "--lower",
  members: "--members",
};
