/** Less land than this in two shapes comes of rounding where borders cross. */
export const MIN_OVERLAP_M2 = 1;

/** Two shapes that share more than this of both are one shape, drawn twice; more than this of one, and it lies within. */
export const SAME_AREA_SHARE = 0.999;

/** The most of an area that may depend on how its rings are read for it to be mended: a loop at a border, not a guess. */
export const MAX_AMBIGUOUS_SHARE = 0.01;
