/** Orders records by code; pass it to `sort`. The order is by UTF-16 unit, so it is the same in every locale. */
export function byCode(one: { readonly code: string }, other: { readonly code: string }): number {
  return compareText(one.code, other.code);
}

/** Orders two texts, such as codes, by UTF-16 unit: below 0 when the first comes first, 0 when they are equal. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
