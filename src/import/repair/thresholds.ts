/** Two shapes that share less than this only touch: rounding where borders cross gives as much. */
export const MIN_OVERLAP_M2 = 1;

/** Two shapes that share more than this of both are the same; more than this of one, and it lies within the other. */
export const SAME_AREA_SHARE = 0.999;

/** The largest share of an area that may depend on how its rings are read; an area with more is rejected. */
export const MAX_AMBIGUOUS_SHARE = 0.01;

/** Neighbours that share at most this much of the smaller one may share a sliver; more is an overlap, however thin. */
export const MAX_SLIVER_SHARE = 0.01;

/** The largest share of a layer's land that may lie in two of its areas; a layer with more is rejected. */
export const MAX_OVERLAP_SHARE = 0.01;
