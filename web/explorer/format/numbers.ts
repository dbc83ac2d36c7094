const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const ONE_PLACE = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const UP_TO_TWO_PLACES = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** A count with thousands separators; "not known" for null. */
export function count(value: number | null): string {
  return value === null ? "not known" : WHOLE.format(value);
}

/** A number of people: 1,203,141 people. */
export function people(value: number | null): string {
  return value === null ? "people not known" : `${WHOLE.format(value)} ${value === 1 ? "person" : "people"}`;
}

/** An area in square kilometres, to one decimal place below 100. */
export function areaKm2(value: number): string {
  return `${(value < 100 ? ONE_PLACE : WHOLE).format(value)}\u00a0km²`;
}

/** A length in metres, or in kilometres from 1 km. */
export function length(metres: number): string {
  return metres < 1_000 ? `${WHOLE.format(metres)}\u00a0m` : `${ONE_PLACE.format(metres / 1_000)}\u00a0km`;
}

/** "a", "a and b", "a, b and c". */
export function joinWithAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * A share, 0 to 1, as a percentage to one decimal place; "–" for null.
 *
 * A share that would round to 100% or 0% reads "over 99.9%" or "under 0.1%".
 */
export function percent(share: number | null): string {
  if (share === null) return "–";
  if (share === 0 || share === 1) return `${WHOLE.format(share * 100)}%`;
  if (share < 0.0005) return "under 0.1%";
  if (share >= 0.9995) return "over 99.9%";
  return `${ONE_PLACE.format(share * 100)}%`;
}

/** A chosen share as a percentage without trailing zeros: 5%, 12.25%. */
export function threshold(share: number): string {
  return `${UP_TO_TWO_PLACES.format(share * 100)}%`;
}

const MIN_UNCOVERED_SHARE = 0.0005; // smaller gaps come from simplified boundaries

/** The share of a whole in none of its parts; 0 where it is negligible or unknown. */
export function uncoveredShare(shares: readonly (number | null)[]): number {
  const knownShares = shares.filter((share) => share !== null);
  if (knownShares.length < shares.length) return 0;
  const outside = 1 - knownShares.reduce((sum, share) => sum + share, 0);
  return outside < MIN_UNCOVERED_SHARE ? 0 : outside;
}
