/**
 * Strips the words that all names begin or end with: "NHS Devon Integrated Care Board" and "NHS Kent and Medway
 * Integrated Care Board" become "Devon" and "Kent and Medway". At least one word of each name remains.
 */
export function stripCommonAffixes(names: readonly string[]): (name: string) => string {
  const words = names.map((name) => name.split(" "));
  const maxWords = words.length < 2 ? 0 : Math.min(...words.map(({ length }) => length)) - 1;
  const first = commonPrefixLength(words, maxWords);
  const last = commonPrefixLength(
    words.map((one) => one.toReversed()),
    maxWords - first,
  );
  return (name) => {
    const all = name.split(" ");
    return all.slice(first, all.length - last).join(" ");
  };
}

/** The number of first words that all names share, at most `maxWords`. */
function commonPrefixLength([one = [], ...others]: readonly (readonly string[])[], maxWords: number): number {
  let count = 0;
  while (count < maxWords && others.every((other) => other[count] === one[count])) count++;
  return count;
}
