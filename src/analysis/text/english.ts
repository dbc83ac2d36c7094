import type { Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";

/**
 * A share as a percentage: "16.2%". Only 1 is "100%" and only 0 is "0%"; shares that would round to either are "more than
 * 99.9%" or "less than 0.1%".
 */
export function percentText(share: number): string {
  const percent = share * 100;
  if (share > 0 && percent < 0.1) return "less than 0.1%";
  if (share < 1 && percent > 99.9) return "more than 99.9%";
  return `${decimalText(percent, 1)}%`;
}

/** A number with commas and at most `decimals` decimals, without trailing zeros: "1,234.5". */
export function decimalText(value: number, decimals: number): string {
  const [whole = "0", fraction = ""] = value.toFixed(decimals).split(".");
  const significant = fraction.replace(/0+$/, "");
  return countText(Number(whole)) + (significant === "" ? "" : `.${significant}`);
}

/** A whole number with commas: "2,435,129". */
export function countText(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

const SMALL_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count in running text: "no" for 0, words up to ten, figures beyond. */
export function spellNumber(count: number): string {
  return SMALL_NUMBERS[count] ?? countText(count);
}

/** "one council", "three councils". */
export function pluralise(count: number, noun: string): string {
  return `${spellNumber(count)} ${count === 1 ? noun : pluralOf(noun)}`;
}

/** The plural of a noun: councils, police forces, authorities, parishes. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Two lengths in metres with the fewest decimals that distinguish them: "150 m", "150.4 m". */
export function distinctMetres(oneM: number, otherM: number): readonly [string, string] {
  const MAX_DECIMALS = 6;
  let decimals = 0;
  while (decimals < MAX_DECIMALS && oneM !== otherM && oneM.toFixed(decimals) === otherM.toFixed(decimals)) decimals++;
  return [`${decimalText(oneM, decimals)} m`, `${decimalText(otherM, decimals)} m`];
}

/** "A", "A and B", "A, B and C"; a comma before the last "and" when a name has one of its own. */
export function listText(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return "none";
  if (names.length === 1) return last;
  const comma = names.length > 2 && names.some((name) => name.includes(" and ")) ? "," : "";
  return `${names.slice(0, -1).join(", ")}${comma} and ${last}`;
}

/** A list cut to `maxNames` items: "A, B and three others". */
export function truncateList(names: readonly string[], maxNames: number): string {
  if (names.length <= maxNames) return listText(names);
  return listText([...names.slice(0, maxNames - 1), pluralise(names.length - maxNames + 1, "other")]);
}

/** A council's name in a sentence: "Bristol" for "Bristol, City of". */
export function shortCouncilName(name: string): string {
  return name.replace(/, (City|County) of$/, "");
}

const MAX_KIND_LENGTH = 24; // characters; the explorer page has the same

/**
 * A footprint in a sentence: "the West Mercia police force". A kind as long as "sustainability and transformation
 * partnership" becomes "footprint"; a name that contains its kind ("NHS Devon Integrated Care Board") is used alone.
 */
export function footprintText(name: string, footprintKind: string): string {
  if (name.toLowerCase().includes(footprintKind.toLowerCase())) return name;
  return `the ${name.replace(/^The /, "")} ${footprintKind.length > MAX_KIND_LENGTH ? "footprint" : footprintKind}`;
}

/** A text with its first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What an authority of a tier is called: "upper-tier council", "police force". The tier is named for councils, and for
 * other authorities only when their edition has both tiers.
 */
export function tierNoun({ edition: { authorityKind }, tiers }: IndexedFacts, tier: Tier): string {
  if (authorityKind !== "council" && tiers.length < 2) return authorityKind;
  return `${tier.toLowerCase()}-tier ${authorityKind}`;
}
