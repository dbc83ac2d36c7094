/** The number at an index inside the array: here alone the compiler's check of the index is waived. */
export function floatAt(values: Float64Array, index: number): number {
  return values[index] as number;
}

/** The integer at an index inside the array. */
export function intAt(values: Int32Array, index: number): number {
  return values[index] as number;
}
