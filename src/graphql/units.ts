export const SQUARE_METRES_PER_KM2 = 1_000_000;
export const METRES_PER_KM = 1_000;
