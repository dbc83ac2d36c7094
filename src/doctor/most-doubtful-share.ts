/** The most of an area that may depend on how its rings are read for it to be mended: a loop at a border, not a guess. */
export const MOST_DOUBTFUL_SHARE = 0.01;
