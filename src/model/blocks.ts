/** Small areas with their people, each at one point; parallel arrays of equal length. */
export interface Blocks {
  readonly codes: readonly string[];
  /** Degrees, WGS 84. */
  readonly lons: Float64Array;
  readonly lats: Float64Array;
  readonly populations: Int32Array;
}
