import { isOptionalWord, searchWords } from "./search-words.js";

/** A word and which letters are in it. */
export interface SearchWord {
  readonly text: string;
  /** A bit for each letter or digit that occurs: what cannot be a typing error away is told by it at once. */
  readonly signs: number;
}

/** A text made ready to be compared: a label once for an edition, a query once for a search. */
export interface SearchText {
  readonly words: readonly SearchWord[];
  /** Those that say what is meant: all where none is more than optional. */
  readonly needed: readonly SearchWord[];
  /** All words that are not optional, and how many letters they have. */
  readonly named: readonly SearchWord[];
  readonly namedLetters: number;
  /** All words run together. */
  readonly joined: SearchWord;
}

/** Makes a text ready; words beyond `mostWords` are left out. */
export function searchText(text: string, mostWords = Number.POSITIVE_INFINITY): SearchText {
  const words = searchWords(text).slice(0, mostWords).map(searchWord);
  const named = words.filter((word) => !isOptionalWord(word.text));
  return {
    words,
    needed: named.length > 0 ? named : words,
    named,
    namedLetters: lettersOf(named),
    joined: searchWord(words.map((word) => word.text).join("")),
  };
}

/** How many letters words have. */
export function lettersOf(words: readonly SearchWord[]): number {
  let count = 0;
  for (const { text } of words) count += text.length;
  return count;
}

/**
 * Whether so few typing errors may lie between two words: each adds one sign at most and takes one away at most. Where it
 * says no there are more; where it says yes there may be.
 */
export function mayBeTypedFor(one: SearchWord, other: SearchWord, most: number): boolean {
  return (
    Math.abs(one.text.length - other.text.length) <= most &&
    bitCount(one.signs & ~other.signs) <= most &&
    bitCount(other.signs & ~one.signs) <= most
  );
}

function searchWord(text: string): SearchWord {
  let signs = 0;
  for (let i = 0; i < text.length; i++) signs |= 1 << (text.charCodeAt(i) % 32);
  return { text, signs };
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
