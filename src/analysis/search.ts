import type { Authority, Footprint, Member } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { searchScore } from "./search-score.js";
import { type SearchText, searchText } from "./search-text.js";
import { isJoiningWord } from "./search-words.js";

/** What a search can find. */
export type SearchHit =
  | { readonly kind: "FOOTPRINT"; readonly footprint: Footprint }
  | { readonly kind: "AUTHORITY"; readonly authority: Authority }
  | { readonly kind: "MEMBER"; readonly member: Member };

/** An area with its names and codes ready to be compared. */
export interface SearchEntry {
  readonly hit: SearchHit;
  /** The name and the aliases. */
  readonly labels: readonly SearchText[];
  /** The first letters of each label's words, from the first that is no mere "NHS": "blmkicb". */
  readonly initials: readonly string[];
  /** GSS and ODS codes in capitals. */
  readonly codes: readonly string[];
}

const EXACT_CODE = 100;
const CODE_BEGINNING = 10;
/** Below the beginning of a word: whoever types "sel" may mean Selby. */
const INITIALS = 0.4;
const FEWEST_INITIALS = 3;
/** A query that says what kind of area it means gets that kind first. */
const KIND_NAMED = 3;
const KIND_WORDS: Readonly<Record<SearchHit["kind"], readonly string[]>> = {
  FOOTPRINT: ["stp", "icb", "ics", "footprint", "partnership"],
  AUTHORITY: ["council"],
  MEMBER: ["ccg", "clinical"],
};
/** "E5" is hardly a code being typed, "E54" is. */
const SHORTEST_CODE_BEGINNING = 3;
/** Longer texts are cut: nothing has a name of more words than this. */
const MOST_WORDS = 16;

/** What `search` looks through: made once for an edition. Footprints, then councils, then members, each by code. */
export function searchEntries(facts: IndexedFacts): readonly SearchEntry[] {
  return [
    ...facts.footprints.map((footprint) => entry({ kind: "FOOTPRINT", footprint }, footprint)),
    ...facts.authorities.map((authority) => entry({ kind: "AUTHORITY", authority }, authority)),
    ...facts.members.map((member) => entry({ kind: "MEMBER", member }, member)),
  ];
}

/**
 * The areas that a text may mean, best first; equally good ones in the order of the entries.
 *
 * The text is a name, an alias, a GSS or ODS code, or the beginning of one; case, accents, punctuation, "&" for "and",
 * "St" for "Saint", a typing error or two, and words such as "council" or "NHS" make no difference. Three initials or more
 * find a name too: "BLMK". Empty text finds nothing.
 */
export function search(text: string, entries: readonly SearchEntry[], first = 10): readonly SearchHit[] {
  const query = searchText(text, MOST_WORDS);
  if (query.words.every((word) => isJoiningWord(word.text))) return [];
  const code = text.trim().toUpperCase();
  const found: { readonly hit: SearchHit; readonly score: number }[] = [];
  for (const candidate of entries) {
    const score = entryScore(candidate, query, code);
    if (score > 0) found.push({ hit: candidate.hit, score });
  }
  return found
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
    initials: labels.map(initialsOf).filter((initials) => initials.length >= FEWEST_INITIALS),
    codes: [area.code, odsCode].flatMap((code) => code?.toUpperCase() ?? []),
  };
}

function initialsOf({ words, named }: SearchText): string {
  const [first] = named;
  return words
    .slice(first === undefined ? 0 : words.indexOf(first))
    .filter(({ text }) => !isJoiningWord(text))
    .map(({ text }) => text[0] ?? "")
    .join("");
}

function entryScore({ hit, labels, initials, codes }: SearchEntry, query: SearchText, code: string): number {
  if (codes.includes(code)) return EXACT_CODE;
  if (code.length >= SHORTEST_CODE_BEGINNING && codes.some((own) => own.startsWith(code))) return CODE_BEGINNING;
  let best = 0;
  for (const label of labels) best = Math.max(best, searchScore(query, label));
  if (best < INITIALS && hasInitials(query, initials)) best = INITIALS;
  const isKindNamed = best > 0 && query.words.some(({ text }) => KIND_WORDS[hit.kind].includes(text));
  return isKindNamed ? best + KIND_NAMED : best;
}

function hasInitials({ needed: [only, ...others] }: SearchText, initials: readonly string[]): boolean {
  if (only === undefined || others.length > 0 || only.text.length < FEWEST_INITIALS) return false;
  return initials.some((own) => own.startsWith(only.text));
}
