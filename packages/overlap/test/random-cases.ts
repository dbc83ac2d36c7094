/** Whether the long run is asked for: `COTERMINOUS_LONG_TESTS=1 npm test`. */
export const IS_LONG_RUN = process.env.COTERMINOUS_LONG_TESTS === "1";

/** How many random cases each invariant is held to. */
export const RANDOM_CASES = IS_LONG_RUN ? 10_000 : 400;
