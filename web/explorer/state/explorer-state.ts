import type { EnumValue } from "../data/graphql.js";

/** The subject of the panel beside the map. */
export type View = "footprints" | "councils" | "ratings" | "claims" | "redraw" | "compare" | "polygon" | "table";
export type Tier = EnumValue<"Tier">;
export type Weight = EnumValue<"Weight">;
/** How footprints are coloured. */
export type Colouring = "verdict" | "agreement" | "rating";
export type AuthorityType = EnumValue<"AuthorityType">;

/** The map's position. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** A council assigned to a footprint by hand. */
export interface Assignment {
  readonly authority: string;
  readonly footprint: string;
}

/** Everything that determines what the page shows, as the page's address holds it. */
export interface ExplorerState {
  readonly view: View;
  readonly edition: string;
  /** The edition to compare with; null lets the page choose. */
  readonly other: string | null;
  readonly tier: Tier;
  readonly weight: Weight;
  readonly colouring: Colouring;
  /** Code of the selected footprint or council. */
  readonly area: string | null;
  /** The types of council to list; all when empty. */
  readonly types: readonly AuthorityType[];
  /** Minimum share of a council, 0 to 1, for an overlap to count. */
  readonly minShare: number;
  readonly assignments: readonly Assignment[];
  /** Whether the map shows the redrawn footprints. */
  readonly redrawn: boolean;
  /** Share of the map's width that shows the older of two editions, 0 to 1; null shows one edition alone. */
  readonly swipe: number | null;
  /** Corners of the custom area, longitude and latitude; null when there is none, or it has too many for an address. */
  readonly outline: readonly (readonly [number, number])[] | null;
  /** null fits the selected area, or the whole edition. */
  readonly camera: Camera | null;
}

/** Names of the views in the order of the navigation. */
export const VIEWS: readonly View[] = [
  "footprints",
  "councils",
  "ratings",
  "claims",
  "redraw",
  "compare",
  "polygon",
  "table",
];
export const COLOURINGS: readonly Colouring[] = ["verdict", "agreement", "rating"];
export const AUTHORITY_TYPES: readonly AuthorityType[] = [
  "COUNTY",
  "DISTRICT",
  "UNITARY",
  "METROPOLITAN_DISTRICT",
  "LONDON_BOROUGH",
  "OTHER",
];

/** The state of an address without parameters. */
export const INITIAL_STATE: ExplorerState = {
  view: "footprints",
  edition: "stp-2017",
  other: null,
  tier: "UPPER",
  weight: "POPULATION",
  colouring: "verdict",
  area: null,
  types: [],
  minShare: 0,
  assignments: [],
  redrawn: true,
  swipe: 0.5,
  outline: null,
  camera: null,
};
