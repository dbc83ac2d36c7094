import { editDistance } from "../model/edit-distance.js";
import { lettersOf, mayBeTypedFor, type SearchText, type SearchWord } from "./search-text.js";
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
 * How well a query fits a label; 0 for not at all.
 *
 * Every word of the query that is not optional must be found in the label: as it is, as the beginning of a word, or with
 * one typing error (two from seven letters on). The more of the label the query covers, the better.
 */
export function searchScore(query: SearchText, label: SearchText): number {
  const found = wordsScore(query.needed, label);
  if (found === 0) return runTogetherScore(query.joined, label.joined);
  return found + sameTextScore(query, label) + optionalScore(query, label);
}

/** The mean worth of the query's words times how much of the label they cover, at most 1. */
function wordsScore(words: readonly SearchWord[], label: SearchText): number {
  const isUsed: boolean[] = [];
  let sum = 0;
  for (const word of words) {
    let best = 0;
    let bestAt = -1;
    for (let at = 0; at < label.words.length; at++) {
      const candidate = label.words[at];
      if (candidate === undefined || isUsed[at] === true) continue;
      const worth = wordWorth(word, candidate);
      if (worth > best) [best, bestAt] = [worth, at];
    }
    if (best === 0) return 0;
    isUsed[bestAt] = true;
    sum += best;
  }
  const coverage = Math.min(1, lettersOf(words) / Math.max(1, label.namedLetters));
  return (sum / words.length) * (0.5 + 0.5 * coverage);
}

function wordWorth(word: SearchWord, candidate: SearchWord): number {
  if (word.text === candidate.text) return EXACT;
  if (word.text.length > 1 && candidate.text.startsWith(word.text)) return PREFIX;
  return TYPO[typingErrors(word, candidate)] ?? 0;
}

/**
 * Errors between two words, or too many to have a worth. Short words have no room for errors: none under four letters,
 * one under seven, and two from there on when at least the first letter is right.
 */
function typingErrors(word: SearchWord, candidate: SearchWord): number {
  const { text } = word;
  if (text.length < 4) return TYPO.length;
  const most = text.length < 7 || text[0] !== candidate.text[0] ? 1 : 2;
  if (!mayBeTypedFor(word, candidate, most)) return TYPO.length;
  const errors = editDistance(text, candidate.text, most);
  return errors <= most ? errors : TYPO.length;
}

/** A bonus for a query that is the whole label, best of all word for word; a small one for the same first word. */
function sameTextScore(query: SearchText, label: SearchText): number {
  if (areSame(query.words, label.words)) return SAME_TEXT;
  if (query.named.length === 0) return 0;
  if (areSame(query.named, label.named)) return SAME_WITHOUT_OPTIONAL;
  return query.named[0]?.text === label.named[0]?.text ? SAME_BEGINNING : 0;
}

function areSame(some: readonly SearchWord[], others: readonly SearchWord[]): boolean {
  return some.length === others.length && some.every(({ text }, i) => text === others[i]?.text);
}

/** A small bonus for optional words of the query that the label has: the more of them, the better. */
function optionalScore(query: SearchText, label: SearchText): number {
  const optional = query.words.filter(({ text }) => isOptionalWord(text));
  if (optional.length === 0) return 0;
  const found = optional.filter(({ text }) => label.words.some((word) => word.text === text));
  return (OPTIONAL_FOUND * found.length) / optional.length;
}

/** For words run together or torn apart: "miltonkeynes", "north umberland". */
function runTogetherScore(query: SearchWord, label: SearchWord): number {
  if (query.text.length < 6) return 0;
  const errors = typingErrors(query, label);
  return errors < TYPO.length ? SAME_RUN_TOGETHER * (TYPO[errors] ?? 0) : 0;
}
