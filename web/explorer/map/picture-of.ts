import type { Geometry } from "geojson";
import { councilOf, standing } from "../data/known.js";
import type { AuthorityBrief, FootprintBrief, Overview } from "../data/overview.js";
import { agreementClass, ratingColour, UNKNOWN_COLOUR, VERDICT_COLOURS } from "../parts/colours.js";
import { shortNames } from "../parts/short-names.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { widthDeg } from "./boxes-meet.js";
import type { MapLabel, MapPicture } from "./map-picture.js";

/** What a picture is made from besides the state. */
export interface PictureData {
  readonly overview: Overview;
  /** A colour of its own for each footprint. */
  readonly identity: ReadonlyMap<string, string>;
  /** The councils in more than one footprint, as the view lists them; null while that is not known. */
  readonly divided: readonly string[] | null;
  /** The footprint of each council after redrawing; null while that is not known. */
  readonly redrawn: ReadonlyMap<string, string> | null;
  readonly ownArea: Geometry | null;
}

/** What of the page's state the picture depends on. */
export type PictureState = Pick<ExplorerState, "view" | "tier" | "weight" | "colouring" | "area" | "redrawn">;

/** What the map shows for a state. */
export function pictureOf(state: PictureState, data: PictureData): MapPicture {
  const { overview, identity } = data;
  const { footprints, councils } = overview;
  const short = shortNames(footprints.map(({ name }) => name));
  const plain: MapPicture = {
    tier: state.tier,
    fills: new Map(footprints.map((footprint) => [footprint.code, colourOf(footprint, state)])),
    fillsAreOf: "footprints",
    hatched: footprints.filter((footprint) => isUnknown(footprint, state)).map(({ code }) => code),
    unveiled: null,
    selected: state.area,
    redrawn: null,
    ownArea: state.view === "polygon" ? data.ownArea : null,
    labels: [
      ...footprints.toSorted(byArea).map((footprint) => footprintLabel(footprint, short)),
      ...councils.toSorted(byArea).map(councilLabel),
    ],
  };

  if (state.view !== "redraw" && state.area !== null && councilOf(overview, state.area)) {
    return { ...plain, fills: identity, hatched: [], unveiled: [state.area] };
  }
  if (state.view === "councils") {
    const labels = councils
      .filter(({ code }) => data.divided?.includes(code))
      .toSorted(byArea)
      .map(councilLabel);
    return { ...plain, fills: identity, hatched: [], unveiled: data.divided, labels };
  }
  if (state.view === "redraw") {
    const after = state.redrawn ? data.redrawn : null;
    return { ...plain, fills: identity, fillsAreOf: after ? "councils" : "footprints", hatched: [], redrawn: after };
  }
  return plain;
}

/** Whether each footprint has a colour of its own: where the pieces of councils are told apart. */
export function hasOwnColours({ view, area }: PictureState, overview: Overview): boolean {
  return view === "councils" || view === "redraw" || councilOf(overview, area) !== null;
}

/** The colour of a footprint under the chosen colouring. */
export function colourOf(footprint: FootprintBrief, { colouring, tier, weight, view }: PictureState): string {
  const { verdict, agreementArea, agreementPopulation } = standing(footprint, tier);
  switch (view === "ratings" ? "rating" : colouring) {
    case "verdict":
      return VERDICT_COLOURS[verdict];
    case "agreement": {
      const agreement = weight === "AREA" ? agreementArea : agreementPopulation;
      return agreement === null ? UNKNOWN_COLOUR : agreementClass(agreement).colour;
    }
    case "rating":
      return ratingColour(footprint.rating?.value ?? null, footprint.rating?.scale ?? []);
  }
}

function isUnknown(footprint: FootprintBrief, { colouring, view }: PictureState): boolean {
  return (view === "ratings" || colouring === "rating") && (footprint.rating?.value ?? null) === null;
}

function byArea(a: { readonly areaKm2: number }, b: { readonly areaKm2: number }): number {
  return b.areaKm2 - a.areaKm2;
}

function footprintLabel({ name, centre, bbox }: FootprintBrief, short: (name: string) => string): MapLabel {
  return { text: short(name), centre, kind: "footprint", extent: [widthDeg(bbox), bbox[3] - bbox[1]] };
}

function councilLabel({ name, centre, bbox }: AuthorityBrief): MapLabel {
  return { text: name, centre, kind: "council", extent: [widthDeg(bbox) * 0.6, (bbox[3] - bbox[1]) * 0.6] };
}
