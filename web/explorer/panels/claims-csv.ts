import type { Claim } from "../data/claims.js";
import { csv } from "../parts/csv.js";

/** Claims and what the boundaries say as CSV: a line for each. */
export function claimsCsv(claims: readonly Claim[]): string {
  return csv(
    ["id", "statement", "source", "reported", "computed", "verdict", "explanation"],
    claims.map(({ id, statement, source, reported, computed, verdict, explanation }) => [
      ...[id, statement, source, reported, computed, verdict, explanation],
    ]),
  );
}
