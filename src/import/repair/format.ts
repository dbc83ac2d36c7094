import type { Boundary, LonLat } from "@coterminous/overlap";
import { polygonsOf } from "@coterminous/overlap";

/** An area's label in messages: `Dartford (E07000107)`. */
export function areaLabel({ name, code }: { readonly name: string; readonly code: string }): string {
  return name === code ? code : `${name} (${code})`;
}

/** The first items of a list and the number of the others: `A, B and 3 more`. */
export function abbreviateList(texts: readonly string[], max = 12): string {
  const shown = texts.slice(0, max).join(", ");
  return texts.length <= max ? shown : `${shown} and ${texts.length - max} more`;
}

/** A length in two significant digits: `74 m`, `1.2 km`. */
export function formatLength(metres: number): string {
  if (metres >= 1000) return `${Number((metres / 1000).toPrecision(2))} km`;
  return metres >= 1 ? `${Math.round(metres)} m` : "less than 1 m";
}

/** An area in two significant digits: `350 m²`, `1.2 km²`. */
export function formatArea(squareMetres: number): string {
  if (squareMetres >= 1e5) return `${Number((squareMetres / 1e6).toPrecision(2))} km²`;
  return squareMetres >= 1 ? `${Math.round(squareMetres)} m²` : "less than 1 m²";
}

/** An area in four significant digits, for comparisons: `2,086 km²`. */
export function formatKm2(squareMetres: number): string {
  return `${Number((squareMetres / 1e6).toPrecision(4)).toLocaleString("en-GB", { maximumSignificantDigits: 4 })} km²`;
}

/** A share as a percentage: `3.4%`; only 0 is `0%` and only 1 is `100%`. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.001) return "less than 0.1%";
  if (share < 1 && share > 0.999) return "more than 99.9%";
  return `${Number((100 * share).toFixed(1))}%`;
}

/** The first vertex of a shape, as the place to look; null without a shape. */
export function firstPosition(shape: Boundary | null): LonLat | null {
  const [lon, lat] = shape === null ? [] : (polygonsOf(shape)[0]?.[0]?.[0] ?? []);
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

/** A place in a message: `near [-1.17305, 52.95481]`. */
export function formatPosition(at: LonLat | null): string {
  return at === null ? "at an unknown place" : `near [${at.map((value) => Number(value.toFixed(5))).join(", ")}]`;
}
