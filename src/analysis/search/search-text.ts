/** A word and the set of letters in it. */
export interface SearchWord {
  readonly text: string;
  /** A bit for each letter or digit that occurs: a cheap test that excludes most words before the edit distance. */
  readonly letterBits: number;
}

/** A text prepared for comparison: a label once per edition, a query once per search. */
export interface SearchText {
  readonly words: readonly SearchWord[];
  /** The words that must match: those that are not optional, or all when every word is optional. */
  readonly needed: readonly SearchWord[];
  /** The words that are not optional. */
  readonly named: readonly SearchWord[];
  readonly namedLetters: number;
  /** All words joined without spaces. */
  readonly joined: SearchWord;
}

/** Prepares a text; words beyond `maxWords` are dropped. */
export function searchText(text: string, maxWords = Number.POSITIVE_INFINITY): SearchText {
  const words = searchWords(text).slice(0, maxWords).map(searchWord);
  const named = words.filter((word) => !isOptionalWord(word.text));
  return {
    words,
    needed: named.length > 0 ? named : words,
    named,
    namedLetters: letterCount(named),
    joined: searchWord(words.map((word) => word.text).join("")),
  };
}

/** Total number of letters in words. */
export function letterCount(words: readonly SearchWord[]): number {
  let count = 0;
  for (const { text } of words) count += text.length;
  return count;
}

/**
 * Whether two words could be at most `maxErrors` typing errors apart: each error adds at most one letter and removes at
 * most one. False is certain; true is not.
 */
export function couldBeTypoOf(one: SearchWord, other: SearchWord, maxErrors: number): boolean {
  return (
    Math.abs(one.text.length - other.text.length) <= maxErrors &&
    bitCount(one.letterBits & ~other.letterBits) <= maxErrors &&
    bitCount(other.letterBits & ~one.letterBits) <= maxErrors
  );
}

function searchWord(text: string): SearchWord {
  let letterBits = 0;
  for (let i = 0; i < text.length; i++) letterBits |= 1 << (text.charCodeAt(i) % 32);
  return { text, letterBits };
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Words without meaning of their own. */
const STOP_WORDS: ReadonlySet<string> = new Set("a and the of in".split(" "));

/** Words that people add to a name or leave out: they may match but need not. */
const OPTIONAL_WORDS: ReadonlySet<string> = new Set(
  (
    "council county borough district city metropolitan unitary authority royal london " +
    "nhs ccg clinical commissioning group stp sustainability transformation partnership plan footprint " +
    "icb integrated care board ics system sub location"
  ).split(" "),
);

/**
 * The words of a text, normalised: without case, accents and punctuation, "&" as "and", "St" as "saint", "Herts" as
 * "hertfordshire".
 *
 * "St. Helens" gives `saint helens`, "Stoke-on-Trent" gives `stoke on trent`, "King's Lynn" gives `kings lynn`.
 */
function searchWords(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/['’‘`]/g, "")
    .replace(/[&+]/g, " and ")
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== "")
    .map((word) => (word === "st" ? "saint" : (COUNTY_ABBREVIATIONS.get(word) ?? word)));
}

/** Whether a query has the same meaning without this word. */
export function isOptionalWord(word: string): boolean {
  return OPTIONAL_WORDS.has(word) || STOP_WORDS.has(word);
}

/** Whether a word only joins others. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * Abbreviations of counties, with their full names.
 *
 * @see the traditional postal county abbreviations, Royal Mail Postcode Address File
 */
const COUNTY_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ["beds", "bedfordshire"],
  ["berks", "berkshire"],
  ["bucks", "buckinghamshire"],
  ["cambs", "cambridgeshire"],
  ["derbys", "derbyshire"],
  ["glos", "gloucestershire"],
  ["hants", "hampshire"],
  ["herts", "hertfordshire"],
  ["lancs", "lancashire"],
  ["leics", "leicestershire"],
  ["lincs", "lincolnshire"],
  ["northants", "northamptonshire"],
  ["notts", "nottinghamshire"],
  ["oxon", "oxfordshire"],
  ["salop", "shropshire"],
  ["staffs", "staffordshire"],
  ["warks", "warwickshire"],
  ["wilts", "wiltshire"],
  ["worcs", "worcestershire"],
  ["yorks", "yorkshire"],
]);
