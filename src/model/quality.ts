/** What the build found when it checked its own figures. */
export interface DataQuality {
  /** Largest difference between an area and the sum of its overlaps, as a share of the area, 0 to 1. */
  readonly worstResidual: number;
  readonly checks: readonly QualityCheck[];
}

/** One thing the build checked. */
export interface QualityCheck {
  readonly name: string;
  readonly passed: boolean;
  /** What was found, in a sentence with figures. */
  readonly detail: string;
}
