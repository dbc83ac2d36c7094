import { COUNTY_ABBREVIATIONS } from "./county-abbreviations.js";

/** Words that say nothing by themselves. */
const JOINING_WORDS: ReadonlySet<string> = new Set("a and the of in".split(" "));

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
  return OPTIONAL_WORDS.has(word) || JOINING_WORDS.has(word);
}

/** Whether a word only joins others, so that it asks for nothing alone. */
export function isJoiningWord(word: string): boolean {
  return JOINING_WORDS.has(word);
}
