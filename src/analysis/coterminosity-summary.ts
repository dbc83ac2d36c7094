import type { Footprint, Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { type Composition, verdictOf } from "./coterminosity-verdict.js";
import { overlapShares } from "./overlap-shares.js";
import {
  capitalised,
  cappedListText,
  counted,
  footprintText,
  listText,
  percentText,
  pluralOf,
  spokenName,
  tierNoun,
} from "./plain-english.js";

/** What the sentence speaks of. */
export interface SummaryFacts extends Composition {
  readonly tier: Tier;
  /** 0 to 1. */
  readonly agreementArea: number;
  /** 0 to 1; null when people are not known. */
  readonly agreementPopulation: number | null;
}

/** More names than these and the sentence gives up on naming everyone. */
const MOST_NAMES = 10;
const MOST_PARTS = 4;

/** The verdict on a footprint as one sentence of plain English. */
export function coterminositySummary(footprint: Footprint, facts: IndexedFacts, given: SummaryFacts): string {
  const subject = capitalised(footprintText(footprint.name, facts.edition.footprintKind));
  const noun = tierNoun(facts, given.tier);
  const whole = given.wholeAuthorities.map(({ name }) => spokenName(name));
  switch (verdictOf(given)) {
    case "SAME_AS_ONE":
      return `${subject} has the same boundary as one ${noun}, ${listText(whole)}.`;
    case "UNION_OF_WHOLE":
      return `${subject} is made up of ${counted(whole.length, `whole ${noun}`)} and nothing else: ${cappedListText(whole, MOST_NAMES)}.`;
    case "PART_OF_ONE":
      return `${subject} lies inside one ${noun} and is only part of it: ${partsText(given.partOverlaps, facts)}.`;
    case "CROSSES":
      return `${subject} crosses the boundaries of ${pluralOf(noun)}: ${holdingsText(whole, facts, given)}; ${agreementText(given, facts.edition.authorityKind)}.`;
    case "NONE":
      return `${subject} holds no part of any ${noun}.`;
  }
}

/** "it holds the whole of A and B, and part of C (12.1% of its people)". */
function holdingsText(
  whole: readonly string[],
  facts: IndexedFacts,
  { partOverlaps, isCovered }: SummaryFacts,
): string {
  const holdings: string[] = [];
  if (whole.length > 0) holdings.push(`the whole of ${cappedListText(whole, MOST_NAMES)}`);
  if (partOverlaps.length > 0) holdings.push(`part of ${partsText(partOverlaps, facts)}`);
  const uncovered = isCovered ? "" : `, and some of it lies in no ${facts.edition.authorityKind}`;
  return `it holds ${holdings.join(", and ")}${uncovered}`;
}

function partsText(overlaps: readonly Overlap[], facts: IndexedFacts): string {
  return cappedListText(
    overlaps.map((overlap) => partText(overlap, facts)),
    MOST_PARTS,
  );
}

/** "Surrey (12.1% of its people)"; of its land where people are not known. */
function partText(overlap: Overlap, facts: IndexedFacts): string {
  const name = spokenName(facts.authorityByCode.get(overlap.authorityCode)?.name ?? overlap.authorityCode);
  const { ofAuthorityArea, ofAuthorityPopulation } = overlapShares(overlap, facts);
  return ofAuthorityPopulation === null
    ? `${name} (${percentText(ofAuthorityArea)} of its land)`
    : `${name} (${percentText(ofAuthorityPopulation)} of its people)`;
}

function agreementText({ agreementArea, agreementPopulation }: SummaryFacts, kind: string): string {
  const [agreement, what] = agreementPopulation === null ? [agreementArea, "land"] : [agreementPopulation, "people"];
  if (agreement === 0) return `no ${kind} has most of its ${what} in it`;
  return `of the ${what} in it or in the ${pluralOf(kind)} mostly inside it, ${percentText(agreement)} ${what === "land" ? "is" : "are"} in both`;
}
