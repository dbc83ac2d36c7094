import type { DataSize } from "./data-size.js";

type Length = (size: DataSize) => number;

const perFootprint = (list: "authorities" | "members" | "overlaps"): Length => {
  return (size) => Math.ceil(size[list] / size.footprints);
};
const footprints: Length = (size) => size.footprints;
const authorities: Length = (size) => size.authorities;
const overlapsPerAuthority: Length = (size) => Math.ceil(size.overlaps / size.authorities);

// At the top as many as there can be; inside something, as many as there are on average.
const LENGTHS: Readonly<Record<string, Length>> = {
  "Query.authorities": authorities,
  "Query.editions": (size) => size.editions,
  "Query.footprints": footprints,
  "Query.overlapWith": authorities,
  "Query.overlaps": (size) => size.overlaps,
  "Query.search": (size) => size.authorities + size.footprints + size.members,
  "Query.spanningAuthorities": authorities,
  "Changes.areas": authorities,
  "Authority.overlaps": overlapsPerAuthority,
  "Coterminosity.mostlyInside": perFootprint("authorities"),
  "Coterminosity.partAuthorities": perFootprint("overlaps"),
  "Coterminosity.wholeAuthorities": perFootprint("authorities"),
  "Footprint.members": perFootprint("members"),
  "Footprint.overlaps": perFootprint("overlaps"),
  "Scenario.footprints": footprints,
  "Scenario.moves": footprints,
  "ScenarioFootprint.authorities": perFootprint("authorities"),
  "SpanningAuthority.overlaps": overlapsPerAuthority,
};
const ANY_OTHER = 12;

/**
 * About how many items a list will have.
 *
 * @param coordinate the type and the field: `Footprint.overlaps`
 * @param first what the caller asks for at most; null when nothing
 */
export function listLength(coordinate: string, size: DataSize, first: number | null): number {
  const length = LENGTHS[coordinate]?.(size) ?? ANY_OTHER;
  return first === null ? length : Math.min(length, Math.max(0, first));
}
