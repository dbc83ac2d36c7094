/** The number at an index known to be inside the array: the one place where the compiler's index check is waived. */
export function floatAt(values: Float64Array, index: number): number {
  return values[index] as number;
}

/** The integer at an index known to be inside the array. */
export function intAt(values: Int32Array, index: number): number {
  return values[index] as number;
}
