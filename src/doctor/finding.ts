import type { Boundary, LonLat } from "../model/boundary.js";
import type { LayerArea } from "../overlap/layer-rings.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import type { AreaMend, AreaRefusal } from "./settled.js";

/** An area that is looked at. */
export interface ExaminedArea extends LayerArea {
  readonly name: string;
}

/** A layer that is looked at, its boundaries mended so that they can be measured. */
export interface ExaminedLayer {
  /** What the reader calls it: `lad.geojson`. */
  readonly title: string;
  readonly areas: readonly ExaminedArea[];
  /** What was mended, and in which area. */
  readonly mends: readonly AreaMend[];
  /** Areas that cannot be measured and are none of the others. */
  readonly refused: readonly AreaRefusal[];
  /** The areas in their order, in the plane that all layers share. */
  readonly measured: MeasuredLayer;
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
export function areaText({ name, code }: { readonly name: string; readonly code: string }): string {
  return name === code ? code : `${name} (${code})`;
}

/** A list of areas in words, cut after a number of them. */
export function someOf(texts: readonly string[], most = 12): string {
  const shown = texts.slice(0, most).join(", ");
  return texts.length <= most ? shown : `${shown} and ${texts.length - most} more`;
}
