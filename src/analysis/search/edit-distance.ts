/**
 * The number of typing errors between two words: a letter dropped, added or changed, or two neighbours swapped. Counts up
 * to `maxDistance`; returns `maxDistance + 1` for anything further apart.
 *
 * @see Damerau (1964), in the restricted form: no letter is edited twice
 */
export function editDistance(one: string, other: string, maxDistance: number): number {
  if (Math.abs(one.length - other.length) > maxDistance) return maxDistance + 1;
  const [from, end] = [commonPrefixLength(one, other), commonSuffixLength(one, other)];
  const shorter = Math.min(one.length, other.length);
  if (from === shorter || end === shorter) return Math.abs(one.length - other.length);
  // The common prefix and suffix need no table.
  const tail = Math.min(end, shorter - from);
  return tableDistance(one.slice(from, one.length - tail), other.slice(from, other.length - tail), maxDistance);
}

function commonPrefixLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function commonSuffixLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function tableDistance(one: string, other: string, maxDistance: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let rowMin = row;
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let distance = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) distance = Math.min(distance, at(beforeLast, column - 2) + 1);
      current.push(distance);
      rowMin = Math.min(rowMin, distance);
    }
    // Distances never shrink from row to row, so a row without a small one decides.
    if (rowMin > maxDistance) return maxDistance + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, other.length), maxDistance + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
