import { editDistance } from "./edit-distance.js";
import { isOptionalWord } from "./search-words.js";

/** Worth of one word against another, and of a whole text; the order matters, the sizes are only spaced to keep it. */
const EXACT = 1;
const PREFIX = 0.85;
const TYPO = [EXACT, 0.75, 0.55];
const SAME_TEXT = 3;
const SAME_WITHOUT_OPTIONAL = 2;
const SAME_RUN_TOGETHER = 1.5;

/**
 * How well a query fits a label, both as `searchWords` gives them; 0 for not at all.
 *
 * Every word of the query that is not optional must be found in the label: as it is, as the beginning of a word, or with
 * one typing error (two from seven letters on). The more of the label the query covers, the better.
 */
export function searchScore(query: readonly string[], label: readonly string[]): number {
  const needed = query.filter((word) => !isOptionalWord(word));
  const words = needed.length > 0 ? needed : query;
  const found = wordsScore(words, label);
  const joined = found > 0 ? 0 : runTogetherScore(query, label);
  if (found === 0) return joined;
  return found + sameTextScore(query, label);
}

/** The mean worth of the query's words times how much of the label they cover, at most 1. */
function wordsScore(words: readonly string[], label: readonly string[]): number {
  const named = label.filter((word) => !isOptionalWord(word));
  const unused = [...label];
  let sum = 0;
  for (const word of words) {
    const [worth, at] = bestMatch(word, unused);
    if (worth === 0) return 0;
    unused.splice(at, 1);
    sum += worth;
  }
  const letters = (list: readonly string[]) => list.reduce((length, word) => length + word.length, 0);
  const coverage = Math.min(1, letters(words) / Math.max(1, letters(named)));
  return (sum / words.length) * (0.5 + 0.5 * coverage);
}

function bestMatch(word: string, label: readonly string[]): readonly [worth: number, at: number] {
  let best: readonly [number, number] = [0, -1];
  label.forEach((candidate, at) => {
    const worth = wordWorth(word, candidate);
    if (worth > best[0]) best = [worth, at];
  });
  return best;
}

function wordWorth(word: string, candidate: string): number {
  if (word === candidate) return EXACT;
  if (word.length > 1 && candidate.startsWith(word)) return PREFIX;
  return TYPO[typingErrors(word, candidate)] ?? 0;
}

/** Short words have no room for errors: none under four letters, one under seven, two from there. */
function typingErrors(word: string, candidate: string): number {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  return most === 0 ? TYPO.length : atMost(editDistance(word, candidate, most), most);
}

function atMost(distance: number, most: number): number {
  return distance <= most ? distance : TYPO.length;
}

/** A bonus for a query that is the whole label, better still word for word. */
function sameTextScore(query: readonly string[], label: readonly string[]): number {
  if (query.join(" ") === label.join(" ")) return SAME_TEXT;
  const bare = (list: readonly string[]) => list.filter((word) => !isOptionalWord(word)).join(" ");
  return bare(query) !== "" && bare(query) === bare(label) ? SAME_WITHOUT_OPTIONAL : 0;
}

/** For words run together or torn apart: "miltonkeynes", "north umberland". */
function runTogetherScore(query: readonly string[], label: readonly string[]): number {
  const [one, other] = [query.join(""), label.join("")];
  if (one.length < 6) return 0;
  const errors = typingErrors(one, other);
  return errors < TYPO.length ? SAME_RUN_TOGETHER * (TYPO[errors] ?? 0) : 0;
}
