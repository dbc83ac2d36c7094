const FNV_OFFSET = 0x811c9dc5; // FNV-1a, 32 bits
const FNV_PRIME = 0x01000193;
const MOST_ID = 2 ** 32;

/**
 * A whole number for every code of a layer, the same in every build and at every zoom.
 *
 * Where all codes are a letter and up to nine digits, as GSS codes are, it is the digits: 54000048 for E54000048. Other
 * codes get a hash of 32 bits, the next free one where two agree.
 */
export function featureIds(codes: readonly string[]): ReadonlyMap<string, number> {
  const digits = codes.map((code) => /^[A-Z](\d{1,9})$/.exec(code)?.[1]).map(Number);
  if (digits.every(Number.isInteger) && new Set(digits).size === codes.length) {
    return new Map(codes.map((code, i) => [code, digits[i] ?? 0]));
  }
  const taken = new Set<number>();
  return new Map(
    codes.toSorted().map((code) => {
      let id = hashed(code);
      while (taken.has(id)) id = (id + 1) % MOST_ID;
      taken.add(id);
      return [code, id];
    }),
  );
}

/** FNV-1a of a text's UTF-16 units. */
function hashed(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}
