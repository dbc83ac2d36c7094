/** The plural of a kind of area: councils, police forces, counties, parishes. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

const SOUNDS_LIKE_YOU = /^(uni|use|eu|one)/i;
const SPELT_WITH_A_VOWEL = /^[AEFHILMNORSX][A-Z]/; // an LSOA, an NHS trust

/** A noun with its indefinite article. */
export function withArticle(noun: string): string {
  const isAn = SPELT_WITH_A_VOWEL.test(noun) || (/^[aeiou]/i.test(noun) && !SOUNDS_LIKE_YOU.test(noun));
  return `${isAn ? "an" : "a"} ${noun}`;
}

/** Text with its first letter in upper case. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
