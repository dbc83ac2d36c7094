const MOST_ITEMS = 4;
const KEPT_ITEMS = 2;
const DIGITS = 4;

/**
 * An answer short enough to be read: two items of a longer list and how many more there are, fractions to four digits.
 *
 * Lists of one query's answer are cut one by one, so every field shows.
 */
export function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return trimmedList(value);
  if (typeof value === "number") return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]));
}

function trimmedList(list: readonly unknown[]): unknown[] {
  if (list.length <= MOST_ITEMS) return list.map(trimmed);
  return [...list.slice(0, KEPT_ITEMS).map(trimmed), `… ${list.length - KEPT_ITEMS} more`];
}
