import type { Boundary, LonLat } from "@coterminous/overlap";

/** The kind of a finding. */
export type FindingKind =
  | "INVALID" // rings that cross or touch themselves, are open, enclose nothing, or are misplaced
  | "DUPLICATE" // two areas with the same land
  | "OVERLAP" // land in two areas of a layer
  | "GAP" // land inside a layer but in none of its areas, thin enough to be a mistake
  | "HOLE" // the same, too thick for a mistake: a lake, or a missing area
  | "STRAY" // a part too small or thin to be a place
  | "NAME" // names that are the same or similar
  | "NOT_COVERED" // areas that the other layer does not overlap
  | "BEYOND"; // land beyond the other layer

/** Something to check before the layers are used. The members are the keys of `doctor --json`. */
export interface Finding {
  readonly kind: FindingKind;
  readonly layer: string;
  /** The areas concerned: `Dartford (E07000107)`. */
  readonly areas: readonly string[];
  /** One sentence with the figures, and a remedy where there is one. */
  readonly what: string;
  /** The repair that was made; null for none. */
  readonly mended: string | null;
  /** Where to look; null for a finding without a place. */
  readonly at: LonLat | null;
  readonly shape: Boundary | null;
}
