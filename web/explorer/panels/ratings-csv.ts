import type { Ratings } from "../data/ratings.js";
import { csv } from "../parts/csv.js";

/** Verdicts crossed with ratings as CSV: a line for each footprint; the rating is empty where no source gives it. */
export function ratingsCsv({ ratingsByVerdict }: Ratings): string {
  return csv(
    ["footprint_code", "footprint", "verdict", "rating"],
    ratingsByVerdict.flatMap(({ verdict, rating, footprints }) =>
      footprints.map(({ code, name }) => [code, name, verdict, rating]),
    ),
  );
}
