const MOST_ITEMS = 4;
const KEPT_ITEMS = 2;
const DIGITS = 4;
const ROUNDING = 1e-9; // what is smaller is left by rounding alone, and may differ with the least change of the code

/**
 * An answer short enough to be read: two items of a longer list and how many more there are, fractions to four digits,
 * those that are left by rounding to the next power of ten.
 *
 * Lists of one query's answer are cut one by one, so every field shows.
 */
export function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return trimmedList(value);
  if (typeof value === "number") return trimmedNumber(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]));
}

function trimmedNumber(value: number): number {
  if (Number.isInteger(value)) return value;
  if (Math.abs(value) >= ROUNDING) return Number(value.toPrecision(DIGITS));
  return Math.sign(value) * Number(`1e${Math.ceil(Math.log10(Math.abs(value)))}`);
}

function trimmedList(list: readonly unknown[]): unknown[] {
  if (list.length <= MOST_ITEMS) return list.map(trimmed);
  return [...list.slice(0, KEPT_ITEMS).map(trimmed), `… ${list.length - KEPT_ITEMS} more`];
}
