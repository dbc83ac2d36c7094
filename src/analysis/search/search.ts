import type { Authority, Footprint, Member } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { editDistance } from "./edit-distance.js";
import {
  couldBeTypoOf,
  isOptionalWord,
  isStopWord,
  letterCount,
  type SearchText,
  type SearchWord,
  searchText,
} from "./search-text.js";

/** An area found by search. */
export type SearchHit =
  | { readonly kind: "FOOTPRINT"; readonly footprint: Footprint }
  | { readonly kind: "AUTHORITY"; readonly authority: Authority }
  | { readonly kind: "MEMBER"; readonly member: Member };

/** An area with its names and codes prepared for comparison. */
export interface SearchEntry {
  readonly hit: SearchHit;
  /** The name and the aliases. */
  readonly labels: readonly SearchText[];
  /** The initials of each label, from its first word that is not optional: "blmkicb". */
  readonly initials: readonly string[];
  /** GSS and ODS codes in capitals. */
  readonly codes: readonly string[];
}

const EXACT_CODE = 100;
const CODE_PREFIX = 10;
/** Below a word prefix: "sel" may be the start of Selby. */
const INITIALS = 0.4;
const MIN_INITIALS = 3;
/** Bonus for areas of the kind that the query names. */
const KIND_NAMED = 3;
const KIND_WORDS: Readonly<Record<SearchHit["kind"], readonly string[]>> = {
  FOOTPRINT: ["stp", "icb", "ics", "footprint", "partnership"],
  AUTHORITY: ["council"],
  MEMBER: ["ccg", "clinical"],
};
/** "E5" is too short to be a code, "E54" is not. */
const MIN_CODE_PREFIX_LENGTH = 3;
/** Longer queries are cut: no name has more words. */
const MAX_WORDS = 16;

/** The entries that `search` searches, prepared once per edition: footprints, then councils, then members, each by code. */
export function searchEntries(facts: IndexedFacts): readonly SearchEntry[] {
  return [
    ...facts.footprints.map((footprint) => entry({ kind: "FOOTPRINT", footprint }, footprint)),
    ...facts.authorities.map((authority) => entry({ kind: "AUTHORITY", authority }, authority)),
    ...facts.members.map((member) => entry({ kind: "MEMBER", member }, member)),
  ];
}

/**
 * The areas that a text may refer to, best first; equal scores in the order of the entries.
 *
 * The text is a name, an alias, a GSS or ODS code, or a prefix of one; case, accents, punctuation, "&" for "and", "St" for
 * "Saint", one or two typing errors, and words such as "council" or "NHS" make no difference. Three or more initials also
 * find a name: "BLMK". Empty text finds nothing.
 */
export function search(text: string, entries: readonly SearchEntry[], first = 10): readonly SearchHit[] {
  const query = searchText(text, MAX_WORDS);
  if (query.words.every((word) => isStopWord(word.text))) return [];
  const code = text.trim().toUpperCase();
  const hits: { readonly hit: SearchHit; readonly score: number }[] = [];
  for (const candidate of entries) {
    const score = entryScore(candidate, query, code);
    if (score > 0) hits.push({ hit: candidate.hit, score });
  }
  return hits
    .sort((one, other) => other.score - one.score)
    .slice(0, first)
    .map(({ hit }) => hit);
}

function entry(hit: SearchHit, area: Footprint | Authority | Member): SearchEntry {
  const odsCode = "odsCode" in area ? area.odsCode : null;
  const labels = [area.name, ...area.aliases].map((label) => searchText(label));
  return {
    hit,
    labels,
    initials: labels.map(initialsOf).filter((initials) => initials.length >= MIN_INITIALS),
    codes: [area.code, odsCode].flatMap((code) => code?.toUpperCase() ?? []),
  };
}

function initialsOf({ words, named }: SearchText): string {
  const [first] = named;
  return words
    .slice(first === undefined ? 0 : words.indexOf(first))
    .filter(({ text }) => !isStopWord(text))
    .map(({ text }) => text[0] ?? "")
    .join("");
}

function entryScore({ hit, labels, initials, codes }: SearchEntry, query: SearchText, code: string): number {
  if (codes.includes(code)) return EXACT_CODE;
  if (code.length >= MIN_CODE_PREFIX_LENGTH && codes.some((own) => own.startsWith(code))) return CODE_PREFIX;
  let best = 0;
  for (const label of labels) best = Math.max(best, searchScore(query, label));
  if (best < INITIALS && hasInitials(query, initials)) best = INITIALS;
  const isKindNamed = best > 0 && query.words.some(({ text }) => KIND_WORDS[hit.kind].includes(text));
  return isKindNamed ? best + KIND_NAMED : best;
}

function hasInitials({ needed: [only, ...others] }: SearchText, initials: readonly string[]): boolean {
  if (only === undefined || others.length > 0 || only.text.length < MIN_INITIALS) return false;
  return initials.some((own) => own.startsWith(only.text));
}

/** Scores of a word, then bonuses of a whole text. Only their order matters. */
const EXACT = 1;
const PREFIX = 0.85;
const TYPO = [EXACT, 0.75, 0.55];
const SAME_TEXT = 3;
const SAME_WITHOUT_OPTIONAL = 2;
const SAME_JOINED = 1.5;
const SAME_FIRST_WORD = 0.2;
const OPTIONAL_BONUS = 0.3;

/**
 * The score of a query against a label; 0 when they do not match.
 *
 * Every word of the query that is not optional must match another word of the label: exactly, as a prefix, or with one
 * typing error (two in words of seven or more letters). The more of the label the query covers, the higher the score.
 */
function searchScore(query: SearchText, label: SearchText): number {
  const score = wordsScore(query.needed, label);
  if (score === 0) return compoundScore(query.joined, label.joined);
  return score + sameTextScore(query, label) + optionalScore(query, label);
}

/** The mean score of the query's words times their coverage of the label, at most 1. */
function wordsScore(words: readonly SearchWord[], label: SearchText): number {
  const isUsed: boolean[] = [];
  let sum = 0;
  for (const word of words) {
    let best = 0;
    let bestAt = -1;
    for (let at = 0; at < label.words.length; at++) {
      const candidate = label.words[at];
      if (candidate === undefined || isUsed[at] === true) continue;
      const score = matchScore(word, candidate);
      if (score > best) [best, bestAt] = [score, at];
    }
    if (best === 0) return 0;
    isUsed[bestAt] = true;
    sum += best;
  }
  const coverage = Math.min(1, letterCount(words) / Math.max(1, label.namedLetters));
  return (sum / words.length) * (0.5 + 0.5 * coverage);
}

function matchScore(word: SearchWord, candidate: SearchWord): number {
  if (word.text === candidate.text) return EXACT;
  if (word.text.length > 1 && candidate.text.startsWith(word.text)) return PREFIX;
  return TYPO[typingErrors(word, candidate)] ?? 0;
}

/**
 * Typing errors between two words, or TYPO.length for too many. Allowed are none below four letters, one below seven, and
 * two from seven on when the first letter is right.
 */
function typingErrors(word: SearchWord, candidate: SearchWord): number {
  const { text } = word;
  if (text.length < 4) return TYPO.length;
  const maxErrors = text.length < 7 || text[0] !== candidate.text[0] ? 1 : 2;
  if (!couldBeTypoOf(word, candidate, maxErrors)) return TYPO.length;
  const errors = editDistance(text, candidate.text, maxErrors);
  return errors <= maxErrors ? errors : TYPO.length;
}

/** The bonus for a query that is the whole label, with or without optional words; a small one for the same first word. */
function sameTextScore(query: SearchText, label: SearchText): number {
  if (areSame(query.words, label.words)) return SAME_TEXT;
  if (query.named.length === 0) return 0;
  if (areSame(query.named, label.named)) return SAME_WITHOUT_OPTIONAL;
  return query.named[0]?.text === label.named[0]?.text ? SAME_FIRST_WORD : 0;
}

function areSame(some: readonly SearchWord[], others: readonly SearchWord[]): boolean {
  return some.length === others.length && some.every(({ text }, i) => text === others[i]?.text);
}

/** A small bonus in proportion to the optional words of the query that the label has. */
function optionalScore(query: SearchText, label: SearchText): number {
  const optional = query.words.filter(({ text }) => isOptionalWord(text));
  if (optional.length === 0) return 0;
  const found = optional.filter(({ text }) => label.words.some((word) => word.text === text));
  return (OPTIONAL_BONUS * found.length) / optional.length;
}

/** The score of words joined or split: "miltonkeynes", "north umberland". */
function compoundScore(query: SearchWord, label: SearchWord): number {
  if (query.text.length < 6) return 0;
  const errors = typingErrors(query, label);
  return errors < TYPO.length ? SAME_JOINED * (TYPO[errors] ?? 0) : 0;
}
