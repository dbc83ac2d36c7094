import { editDistance } from "../model/edit-distance.js";
import { isOptionalWord } from "./search-words.js";

/** Worth of one word against another, and of a whole text; the order matters, the sizes are only spaced to keep it. */
const EXACT = 1;
const PREFIX = 0.85;
const TYPO = [EXACT, 0.75, 0.55];
const SAME_TEXT = 3;
const SAME_WITHOUT_OPTIONAL = 2;
const SAME_RUN_TOGETHER = 1.5;
const SAME_BEGINNING = 0.2;
const OPTIONAL_FOUND = 0.3;

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
  return found + sameTextScore(query, label) + optionalScore(query, label);
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

/**
 * Errors between two words, or too many to have a worth. Short words have no room for errors: none under four letters,
 * one under seven, and two from there on when at least the first letter is right.
 */
function typingErrors(word: string, candidate: string): number {
  if (word.length < 4) return TYPO.length;
  const most = word.length < 7 || word[0] !== candidate[0] ? 1 : 2;
  const errors = editDistance(word, candidate, most);
  return errors <= most ? errors : TYPO.length;
}

/** A bonus for a query that is the whole label, best of all word for word; a small one for the same first word. */
function sameTextScore(query: readonly string[], label: readonly string[]): number {
  if (query.join(" ") === label.join(" ")) return SAME_TEXT;
  const [bareQuery, bareLabel] = [query, label].map((words) => words.filter((word) => !isOptionalWord(word)));
  if (bareQuery === undefined || bareQuery.length === 0) return 0;
  if (bareQuery.join(" ") === bareLabel?.join(" ")) return SAME_WITHOUT_OPTIONAL;
  return bareQuery[0] === bareLabel?.[0] ? SAME_BEGINNING : 0;
}

/** A small bonus for optional words of the query that the label has: the more of them, the better. */
function optionalScore(query: readonly string[], label: readonly string[]): number {
  const optional = query.filter(isOptionalWord);
  if (optional.length === 0) return 0;
  return (OPTIONAL_FOUND * optional.filter((word) => label.includes(word)).length) / optional.length;
}

/** For words run together or torn apart: "miltonkeynes", "north umberland". */
function runTogetherScore(query: readonly string[], label: readonly string[]): number {
  const [one, other] = [query.join(""), label.join("")];
  if (one.length < 6) return 0;
  const errors = typingErrors(one, other);
  return errors < TYPO.length ? SAME_RUN_TOGETHER * (TYPO[errors] ?? 0) : 0;
}
