import type { Boundary } from "../../model/boundary.js";
import type { LayerName } from "../../model/layer.js";
import type { EditionSize } from "./data-size.js";

type Given = Readonly<Record<string, unknown>>;
type Length = (size: EditionSize, given: Given) => number;

const perFootprint = (list: "authorities" | "members" | "overlaps"): Length => {
  return (size) => Math.ceil(size[list] / size.footprints);
};
const footprints: Length = (size) => size.footprints;
const authorities: Length = (size) => size.authorities;
const overlapsPerAuthority: Length = (size) => Math.ceil(size.overlaps / size.authorities);
// Of a polygon that was checked to be one, and a layer that is one of the schema's.
const meeting: Length = (size, { layer, geometry }) => size.areasMeeting(layer as LayerName, geometry as Boundary);
const spanning: Length = (size, { minFootprints }) =>
  typeof minFootprints === "number" && minFootprints < 2 ? size.authorities : size.spanning;

// At the top as many as there can be; inside something, as many as there are on average.
const LENGTHS: Readonly<Record<string, Length>> = {
  "Query.authorities": authorities,
  "Query.claims": (size) => size.claims,
  "Query.footprints": footprints,
  "Query.overlapWith": meeting,
  "Query.overlaps": (size) => size.overlaps,
  "Query.search": (size) => size.authorities + size.footprints + size.members,
  "Query.spanningAuthorities": spanning,
  "Query.spanningSensitivity": spanning,
  "Changes.areas": authorities,
  "Authority.overlaps": overlapsPerAuthority,
  "Coterminosity.mostlyInside": perFootprint("authorities"),
  "Coterminosity.partAuthorities": perFootprint("overlaps"),
  "Coterminosity.wholeAuthorities": perFootprint("authorities"),
  "Footprint.members": perFootprint("members"),
  "Footprint.overlaps": perFootprint("overlaps"),
  "Scenario.footprints": footprints,
  "Scenario.moves": (size) => Math.max(size.footprints, size.spanning),
  "ScenarioFootprint.authorities": perFootprint("authorities"),
  "SensitivityStep.leaving": () => 1, // each leaves once
  "SpanningAuthority.overlaps": overlapsPerAuthority,
};
const ANY_OTHER = 12;

/**
 * About how many items a list will have.
 *
 * @param coordinate the type and the field: `Footprint.overlaps`
 * @param given the field's arguments; `first` is what the caller asks for at most
 */
export function listLength(coordinate: string, size: EditionSize, given: Given): number {
  const length = LENGTHS[coordinate]?.(size, given) ?? ANY_OTHER;
  return typeof given.first === "number" ? Math.min(length, Math.max(0, given.first)) : length;
}
