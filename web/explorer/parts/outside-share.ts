const LEAST = 0.0005; // less would read "under 0.1%", and is what simplified borders leave over

/** What of a whole is in none of its parts, as a share of it; 0 where that is next to nothing or not known. */
export function outsideShare(shares: readonly (number | null)[]): number {
  const known = shares.filter((share) => share !== null);
  if (known.length < shares.length) return 0;
  const outside = 1 - known.reduce((sum, share) => sum + share, 0);
  return outside < LEAST ? 0 : outside;
}
