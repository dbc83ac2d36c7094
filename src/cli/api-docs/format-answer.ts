const MAX_ITEMS = 4;
const SHOWN_ITEMS = 2;
const DIGITS = 4;
const ROUNDING = 1e-9; // what is smaller is left by rounding alone, and may differ with the least change of the code

/**
 * An answer short enough to be read: two items of a longer list and how many more there are, fractions to four digits,
 * those that are left by rounding to the next power of ten.
 *
 * Lists of one query's answer are cut one by one, so every field shows.
 */
export function truncateAnswer(value: unknown): unknown {
  if (Array.isArray(value)) return truncateList(value);
  if (typeof value === "number") return truncateNumber(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, truncateAnswer(inner)]));
}

function truncateNumber(value: number): number {
  if (Number.isInteger(value)) return value;
  if (Math.abs(value) >= ROUNDING) return Number(value.toPrecision(DIGITS));
  return Math.sign(value) * Number(`1e${Math.ceil(Math.log10(Math.abs(value)))}`);
}

function truncateList(list: readonly unknown[]): unknown[] {
  if (list.length <= MAX_ITEMS) return list.map(truncateAnswer);
  return [...list.slice(0, SHOWN_ITEMS).map(truncateAnswer), `… ${list.length - SHOWN_ITEMS} more`];
}

const WIDTH = 100;

/** JSON with everything on one line that fits on one. */
export function formatJson(value: unknown, indent = ""): string {
  const oneLine = formatOnOneLine(value);
  if (indent.length + oneLine.length <= WIDTH || typeof value !== "object" || value === null) return oneLine;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${deeper}${formatJson(item, deeper)}`)
    : Object.entries(value).map(([key, inner]) => `${deeper}${JSON.stringify(key)}: ${formatJson(inner, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function formatOnOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatOnOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${formatOnOneLine(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
