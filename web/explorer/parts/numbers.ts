const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const ONE_PLACE = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

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
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
