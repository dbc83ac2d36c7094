import type { Tier } from "../state/explorer-state.js";
import type { CodeAndRating, CodeAndStanding, FirstFootprint, FootprintBrief } from "./overview.js";

/** What was asked of footprints by itself, in any order. */
interface Parts {
  /** On the second of the edition's tiers. */
  readonly standings: readonly CodeAndStanding[];
  /** On another measure than the one that the footprints have theirs on. */
  readonly ratings: readonly CodeAndRating[];
}

/** Footprints with their standing on each tier that was asked about, and their rating if that was. */
export function joinedFootprints(
  footprints: readonly FirstFootprint[],
  [firstTier = "UPPER", otherTier = "LOWER"]: readonly Tier[],
  { standings, ratings }: Parts,
): readonly FootprintBrief[] {
  const standingOf = new Map(standings.map(({ code, standing }) => [code, standing]));
  const ratingOf = new Map(ratings.map(({ code, rating }) => [code, rating]));
  return footprints.map(({ standing, ...footprint }) => {
    const other = standingOf.get(footprint.code);
    return {
      ...footprint,
      standings: { [firstTier]: standing, ...(other && { [otherTier]: other }) },
      rating: ratingOf.get(footprint.code) ?? footprint.rating,
    };
  });
}
