/** A word and which letters are in it. */
export interface SearchWord {
  readonly text: string;
  /** A bit for each letter or digit that occurs: what cannot be a typing error away is told by it at once. */
  readonly letterBits: number;
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

/** How many letters words have. */
export function letterCount(words: readonly SearchWord[]): number {
  let count = 0;
  for (const { text } of words) count += text.length;
  return count;
}

/**
 * Whether so few typing errors may lie between two words: each adds one sign at most and takes one away at most. Where it
 * says no there are more; where it says yes there may be.
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

/** Words that say nothing by themselves. */
const STOP_WORDS: ReadonlySet<string> = new Set("a and the of in".split(" "));

/** Words that people add to a name or leave out of it: they may match, and never have to. */
const OPTIONAL_WORDS: ReadonlySet<string> = new Set(
  (
    "council county borough district city metropolitan unitary authority royal london " +
    "nhs ccg clinical commissioning group stp sustainability transformation partnership plan footprint " +
    "icb integrated care board ics system sub location"
  ).split(" "),
);

/**
 * A text as search compares it: without case, accents and punctuation, "&" as "and", "St" as "saint",
 * "Herts" as "hertfordshire".
 *
 * "St. Helens" gives `saint helens`, "Stoke-on-Trent" gives `stoke on trent`, "King's Lynn" gives `kings lynn`.
 */
export function searchWords(text: string): readonly string[] {
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

/** Whether a query still says what is meant without this word. */
export function isOptionalWord(word: string): boolean {
  return OPTIONAL_WORDS.has(word) || STOP_WORDS.has(word);
}

/** Whether a word only joins others, so that it asks for nothing alone. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * Counties as people shorten them, as one would say them in full.
 *
 * @see the traditional postal county abbreviations, Royal Mail Postcode Address File
 */
export const COUNTY_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
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
