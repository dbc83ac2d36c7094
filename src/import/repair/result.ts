import type { Boundary, LayerArea, LonLat, PreparedLayer } from "@coterminous/overlap";
import type { BoundaryRepair } from "./make-valid.js";

/** An area that is looked at. */
export interface InspectedArea extends LayerArea {
  readonly name: string;
}

/** A layer that is looked at, its boundaries mended so that they can be measured. */
export interface InspectedLayer {
  /** What the reader calls it: `lad.geojson`. */
  readonly title: string;
  readonly areas: readonly InspectedArea[];
  /** What was mended, and in which area. */
  readonly repairs: readonly Repair[];
  /** Areas that cannot be measured and are none of the others. */
  readonly unrepairable: readonly Unrepairable[];
  /** The areas in their order, in the plane that all layers share. */
  readonly prepared: PreparedLayer;
}

/** What a finding is about. */
export type FindingKind =
  | "INVALID" // rings that cross or touch themselves, are open, enclose nothing, or lie where they cannot
  | "DUPLICATE" // two areas that are one
  | "OVERLAP" // land that two areas of a layer have
  | "GAP" // land inside a layer that no area has, thin enough to be a mistake
  | "HOLE" // the same, too thick for one: a lake, or an area that is missing
  | "STRAY" // a part so small or thin that it is no place
  | "NAME" // names that are the same or look alike
  | "NOT_COVERED" // areas that nothing of the other layer meets
  | "BEYOND"; // land that reaches beyond the other layer

/** Something that a person should look at before the layers are used. */
export interface Finding {
  readonly kind: FindingKind;
  readonly layer: string;
  /** The areas concerned, `Dartford (E07000107)`. */
  readonly areas: readonly string[];
  /** One sentence with the figures, and what to do where something can be done. */
  readonly what: string;
  /** What was done about it; null when nothing was. */
  readonly mended: string | null;
  /** Where to look; null when it is no place. */
  readonly at: LonLat | null;
  readonly shape: Boundary | null;
}

/** How an area is called in findings. */
export function areaLabel({ name, code }: { readonly name: string; readonly code: string }): string {
  return name === code ? code : `${name} (${code})`;
}

/** A list of areas in words, cut after a number of them. */
export function abbreviateList(texts: readonly string[], max = 12): string {
  const shown = texts.slice(0, max).join(", ");
  return texts.length <= max ? shown : `${shown} and ${texts.length - max} more`;
}

/** Something mended in an area's boundary. */
export interface Repair extends BoundaryRepair {
  readonly code: string;
  readonly name: string;
}

/** Why an area cannot be measured: what is wrong with it, and what would put it right. */
export interface Unrepairable {
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly remedy: string;
  readonly at: LonLat | null;
}

/** Areas that count each piece of their land once, what was mended to make them so, and those that could not be. */
export interface RepairedLayer<Area> {
  readonly areas: readonly Area[];
  readonly repairs: readonly Repair[];
  readonly unrepairable: readonly Unrepairable[];
}
