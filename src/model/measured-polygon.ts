/** What a polygon that somebody brings shares with one area of a layer. */
export interface PolygonShare {
  /** The area's code. */
  readonly code: string;
  /** The whole area as it was measured with the polygon, square metres; served boundaries are to a tenth of a metre. */
  readonly wholeM2: number;
  /** Area shared, on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Residents of the blocks whose points lie in both; null when the edition has no blocks. */
  readonly population: number | null;
  /** Diameter of the largest circle that fits in what both share, metres. */
  readonly thicknessM: number;
}

/** A polygon measured against a layer. */
export interface MeasuredPolygon {
  /** Area of the polygon on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Every area with which it shares land or people, in no order. */
  readonly shares: readonly PolygonShare[];
}
