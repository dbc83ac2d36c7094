import type { Boundary, LonLat } from "@coterminous/overlap";
import { polygonsOf } from "@coterminous/overlap";

/** A length for people: `74 m`, `1.2 km`. */
export function formatLength(metres: number): string {
  if (metres >= 1000) return `${Number((metres / 1000).toPrecision(2))} km`;
  return metres >= 1 ? `${Math.round(metres)} m` : "less than 1 m";
}

/** An area for people: `350 m²`, `1.2 km²`. */
export function formatArea(squareMetres: number): string {
  if (squareMetres >= 1e5) return `${Number((squareMetres / 1e6).toPrecision(2))} km²`;
  return squareMetres >= 1 ? `${Math.round(squareMetres)} m²` : "less than 1 m²";
}

/** The same to four digits, for areas that are to be compared: `2,086 km²`. */
export function formatKm2(squareMetres: number): string {
  return `${Number((squareMetres / 1e6).toPrecision(4)).toLocaleString("en-GB", { maximumSignificantDigits: 4 })} km²`;
}

/** A share for people, never 0 % of something nor 100 % of less than all: `3.4 %`. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.001) return "less than 0.1 %";
  if (share < 1 && share > 0.999) return "more than 99.9 %";
  return `${Number((100 * share).toFixed(1))} %`;
}

/** A corner of a shape, to go and look at; null where there is no shape. */
export function firstPosition(shape: Boundary | null): LonLat | null {
  const [lon, lat] = shape === null ? [] : (polygonsOf(shape)[0]?.[0]?.[0] ?? []);
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

/** The same in words: `near [-1.17305, 52.95481]`. */
export function formatPosition(at: LonLat | null): string {
  return at === null ? "somewhere" : `near [${at.map((value) => Number(value.toFixed(5))).join(", ")}]`;
}
