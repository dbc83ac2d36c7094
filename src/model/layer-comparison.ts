/** What an area of one edition and one of another share, measured on their boundaries. */
export interface ComparedPair {
  readonly beforeCode: string;
  readonly afterCode: string;
  /** Square metres on the ellipsoid. */
  readonly areaM2: number;
  /** Residents of the later edition's blocks in both; null when it has no blocks. */
  readonly population: number | null;
  /** Diameter of the largest circle that fits in what they share, metres; 0 where it has no room for the least asked for. */
  readonly thicknessM: number;
}

/** Every two areas of a layer in two editions that share land or people. */
export type LayerComparison = readonly ComparedPair[];
