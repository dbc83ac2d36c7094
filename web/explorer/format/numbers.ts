const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const ONE_PLACE = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const UP_TO_TWO_PLACES = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** A count with its thousands apart; "not known" for null. */
export function count(value: number | null): string {
  return value === null ? "not known" : WHOLE.format(value);
}

/** People in words: 1,203,141 people. */
export function people(value: number | null): string {
  return value === null ? "people not known" : `${WHOLE.format(value)} ${value === 1 ? "person" : "people"}`;
}

/** An area, square kilometres: to one place below 100. */
export function areaKm2(value: number): string {
  return `${(value < 100 ? ONE_PLACE : WHOLE).format(value)}\u00a0km²`;
}

/** A length given in metres, in kilometres from 1 km up. */
export function length(metres: number): string {
  return metres < 1_000 ? `${WHOLE.format(metres)}\u00a0m` : `${ONE_PLACE.format(metres / 1_000)}\u00a0km`;
}

/** "a", "a and b", "a, b and c". */
export function joinWithAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * A share, 0 to 1, as a percentage to one place; "–" for null.
 *
 * Never 100% for less than all, nor 0% for something: those read "over 99.9%" and "under 0.1%".
 */
export function percent(share: number | null): string {
  if (share === null) return "–";
  if (share === 0 || share === 1) return `${WHOLE.format(share * 100)}%`;
  if (share < 0.0005) return "under 0.1%";
  if (share >= 0.9995) return "over 99.9%";
  return `${ONE_PLACE.format(share * 100)}%`;
}

/** A share that somebody chose, as a percentage without needless places: 5%, 12.25%. */
export function threshold(share: number): string {
  return `${UP_TO_TWO_PLACES.format(share * 100)}%`;
}

const MIN_UNCOVERED_SHARE = 0.0005; // less would read "under 0.1%", and is what simplified borders leave over

/** What of a whole is in none of its parts, as a share of it; 0 where that is next to nothing or not known. */
export function uncoveredShare(shares: readonly (number | null)[]): number {
  const known = shares.filter((share) => share !== null);
  if (known.length < shares.length) return 0;
  const outside = 1 - known.reduce((sum, share) => sum + share, 0);
  return outside < MIN_UNCOVERED_SHARE ? 0 : outside;
}
