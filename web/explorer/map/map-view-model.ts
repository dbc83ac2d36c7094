import type { Geometry } from "geojson";
import type { AuthoritySummary, FootprintSummary, Overview } from "../data/overview.js";
import { agreement, coterminosity, findCouncil } from "../data/selectors.js";
import { agreementClass, ratingColour, UNKNOWN_COLOUR, VERDICT_COLOURS } from "../format/colours.js";
import { stripCommonAffixes } from "../format/strip-common-affixes.js";
import type { ExplorerState, Tier } from "../state/explorer-state.js";
import { widthDeg } from "./bbox.js";

/** A label and its position; the most important come first. */
export interface MapLabel {
  readonly text: string;
  readonly centre: readonly [number, number];
  readonly kind: "footprint" | "council";
  /** Width and height of the area in degrees: a label shows only where it fits. */
  readonly extent: readonly [number, number];
}

/** What the map shows, apart from its position. */
export interface MapViewModel {
  readonly tier: Tier;
  /** Colours by the code of a footprint. */
  readonly fills: ReadonlyMap<string, string>;
  /** The coloured areas: footprints, or each council in the colour of its footprint in `redrawn`. */
  readonly fillsAreOf: "footprints" | "councils";
  /** Codes of footprints with an unknown value. */
  readonly hatched: readonly string[];
  /** The councils that stand out while the others are veiled; null veils none. */
  readonly unveiled: readonly string[] | null;
  /** The selected footprint or council. */
  readonly selected: string | null;
  /** The footprint of each council, where the borders of redrawn footprints are shown. */
  readonly redrawn: ReadonlyMap<string, string> | null;
  readonly customArea: Geometry | null;
  readonly labels: readonly MapLabel[];
}

/** The data of a view model. */
export interface MapViewModelData {
  readonly overview: Overview;
  /** A colour for each footprint, different from its neighbours'. */
  readonly identity: ReadonlyMap<string, string>;
  /** The divided councils that the view lists; null while they load. */
  readonly divided: readonly string[] | null;
  /** The footprint of each council after redrawing; null while it loads. */
  readonly redrawn: ReadonlyMap<string, string> | null;
  readonly customArea: Geometry | null;
}

/** The part of the page's state that the view model depends on. */
export type MapViewModelState = Pick<ExplorerState, "view" | "tier" | "weight" | "colouring" | "area" | "redrawn">;

/** What the map shows for a state. */
export function mapViewModel(state: MapViewModelState, data: MapViewModelData): MapViewModel {
  const { overview, identity } = data;
  const { footprints, councils } = overview;
  const shorten = stripCommonAffixes(footprints.map(({ name }) => name));
  const base: MapViewModel = {
    tier: state.tier,
    fills: new Map(footprints.map((footprint) => [footprint.code, footprintColour(footprint, state)])),
    fillsAreOf: "footprints",
    hatched: footprints.filter((footprint) => isUnknown(footprint, state)).map(({ code }) => code),
    unveiled: null,
    selected: state.area,
    redrawn: null,
    customArea: state.view === "polygon" ? data.customArea : null,
    labels: [
      ...footprints.toSorted(compareByArea).map((footprint) => footprintLabel(footprint, shorten)),
      ...councils.toSorted(compareByArea).map(councilLabel),
    ],
  };

  if (state.view !== "redraw" && state.area !== null && findCouncil(overview, state.area)) {
    return { ...base, fills: identity, hatched: [], unveiled: [state.area] };
  }
  if (state.view === "councils") {
    const labels = councils
      .filter(({ code }) => data.divided?.includes(code))
      .toSorted(compareByArea)
      .map(councilLabel);
    return { ...base, fills: identity, hatched: [], unveiled: data.divided, labels };
  }
  if (state.view === "redraw") {
    const after = state.redrawn ? data.redrawn : null;
    return { ...base, fills: identity, fillsAreOf: after ? "councils" : "footprints", hatched: [], redrawn: after };
  }
  return base;
}

/** Whether footprints have identity colours: in views that distinguish the parts of councils. */
export function hasIdentityColours({ view, area }: MapViewModelState, overview: Overview): boolean {
  return view === "councils" || view === "redraw" || findCouncil(overview, area) !== null;
}

/** The colour of a footprint under the chosen colouring. */
export function footprintColour(
  footprint: FootprintSummary,
  { colouring, tier, weight, view }: MapViewModelState,
): string {
  switch (view === "ratings" ? "rating" : colouring) {
    case "verdict":
      return VERDICT_COLOURS[coterminosity(footprint, tier).verdict];
    case "agreement": {
      const share = agreement(footprint, { tier, weight });
      return share === null ? UNKNOWN_COLOUR : agreementClass(share).colour;
    }
    case "rating":
      return ratingColour(footprint.rating?.value ?? null, footprint.rating?.scale ?? []);
  }
}

function isUnknown(footprint: FootprintSummary, { colouring, view }: MapViewModelState): boolean {
  return (view === "ratings" || colouring === "rating") && (footprint.rating?.value ?? null) === null;
}

function compareByArea(a: { readonly areaKm2: number }, b: { readonly areaKm2: number }): number {
  return b.areaKm2 - a.areaKm2;
}

function footprintLabel({ name, centre, bbox }: FootprintSummary, shorten: (name: string) => string): MapLabel {
  return { text: shorten(name), centre, kind: "footprint", extent: [widthDeg(bbox), bbox[3] - bbox[1]] };
}

function councilLabel({ name, centre, bbox }: AuthoritySummary): MapLabel {
  return { text: name, centre, kind: "council", extent: [widthDeg(bbox) * 0.6, (bbox[3] - bbox[1]) * 0.6] };
}
