import type { Geometry } from "geojson";
import type { Tier } from "../state/explorer-state.js";

/** Where and what a label is; the most important come first. */
export interface MapLabel {
  readonly text: string;
  readonly centre: readonly [number, number];
  readonly kind: "footprint" | "council";
  /** Width and height of the area in degrees: a label shows once there is room for it. */
  readonly extent: readonly [number, number];
}

/** What the map shows, apart from where it looks. */
export interface MapPicture {
  readonly tier: Tier;
  /** Colours by the code of a footprint. */
  readonly fills: ReadonlyMap<string, string>;
  /** What is coloured: the footprints, or each council as the footprint that it goes to in `redrawn`. */
  readonly fillsAreOf: "footprints" | "councils";
  /** Codes of footprints of which nothing is known: hatched. */
  readonly hatched: readonly string[];
  /** The councils that stand out, the others being veiled; null veils none. */
  readonly unveiled: readonly string[] | null;
  /** The selected footprint or council. */
  readonly selected: string | null;
  /** The footprint of each council, when the borders to draw are those of footprints made of whole councils. */
  readonly redrawn: ReadonlyMap<string, string> | null;
  readonly ownArea: Geometry | null;
  readonly labels: readonly MapLabel[];
}
