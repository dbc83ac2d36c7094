import type { EnumValue } from "../data/graphql.js";

/** What the panel beside the map is about. */
export type View = "footprints" | "councils" | "ratings" | "claims" | "redraw" | "compare" | "polygon" | "table";
export type Tier = EnumValue<"Tier">;
export type Weight = EnumValue<"Weight">;
/** What the footprints are coloured by. */
export type Colouring = "verdict" | "agreement" | "rating";
export type AuthorityType = EnumValue<"AuthorityType">;

/** Where the map looks. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** A council given to a footprint by hand. */
export interface Assignment {
  readonly authority: string;
  readonly footprint: string;
}

/** Everything that decides what the page shows. The page's address holds it. */
export interface ExplorerState {
  readonly view: View;
  readonly edition: string;
  /** The edition to compare it with; null leaves the choice to the page. */
  readonly other: string | null;
  readonly tier: Tier;
  readonly weight: Weight;
  readonly colouring: Colouring;
  /** Code of the selected footprint or council. */
  readonly area: string | null;
  /** Only these types of council; all when empty. */
  readonly types: readonly AuthorityType[];
  /** Least share of a council, 0 to 1, for a piece of it to count. */
  readonly minShare: number;
  readonly assignments: readonly Assignment[];
  /** Whether the map shows the redrawn footprints. */
  readonly redrawn: boolean;
  /** How much of the map's width shows the older of two editions beside each other, 0 to 1; null: one edition alone. */
  readonly swipe: number | null;
  /** Corners of an area of the reader's own, longitude and latitude; null when there is none, or it is too long to share. */
  readonly outline: readonly (readonly [number, number])[] | null;
  /** null: the edition as a whole, or what is selected. */
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

/** What an address without parameters shows. */
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
