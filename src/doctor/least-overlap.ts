/** Less land than this in two shapes comes of rounding where borders cross. */
export const LEAST_M2 = 1;

/** Two shapes that share more than this of both are one shape, drawn twice; more than this of one, and it lies within. */
export const SAME_SHARE = 0.999;
