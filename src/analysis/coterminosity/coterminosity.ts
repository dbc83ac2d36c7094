import type { Authority, Footprint, Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import { overlapShares } from "../shares.js";
import {
  capitalise,
  footprintText,
  listText,
  percentText,
  pluralise,
  pluralOf,
  shortCouncilName,
  tierNoun,
  truncateList,
} from "../text/english.js";
import { agreement } from "./agreement.js";
import {
  type Composition,
  type CoterminosityOptions,
  type CoterminosityVerdict,
  composition,
  fitOf,
  verdictOf,
} from "./coterminosity-verdict.js";

/** How far a footprint and the councils of a tier share their borders. */
export interface Coterminosity {
  readonly verdict: CoterminosityVerdict;
  readonly tier: Tier;
  /** Councils that lie wholly in the footprint, by code. */
  readonly wholeAuthorities: readonly Authority[];
  /** Overlaps with all other councils, by council code. */
  readonly partAuthorities: readonly Overlap[];
  /** Agreement with the councils that have most of their land inside, by land, 0 to 1. */
  readonly agreementArea: number;
  /** Agreement with the councils that have most of their people inside, by people; null without population data. */
  readonly agreementPopulation: number | null;
  /** Diameter of the largest circle that fits in the difference between the footprint and those councils, metres. */
  readonly thickestDisagreementM: number;
  /** The verdict and its figures in one sentence. */
  readonly summary: string;
}

/**
 * The verdict on a footprint and a tier, with the figures behind it.
 *
 * @throws {UnknownTierError} when the edition does not have the tier.
 */
export function coterminosity(
  footprint: Footprint,
  facts: IndexedFacts,
  { tier = "UPPER", toleranceM = facts.edition.sliverToleranceM }: CoterminosityOptions = {},
): Coterminosity {
  const { code } = footprint;
  const parts = composition(code, facts, { tier, toleranceM });
  const agreementArea = agreement(code, facts, { tier, weight: "AREA", toleranceM }) ?? 0;
  const agreementPopulation = facts.isPopulationKnown
    ? agreement(code, facts, { tier, weight: "POPULATION", toleranceM })
    : null;
  return {
    verdict: verdictOf(parts),
    tier,
    wholeAuthorities: parts.wholeAuthorities,
    partAuthorities: parts.partOverlaps,
    agreementArea,
    agreementPopulation,
    thickestDisagreementM: fitOf(code, facts, tier).thickestDisagreementM,
    summary: coterminositySummary(footprint, facts, { ...parts, tier, agreementArea, agreementPopulation }),
  };
}

/** The facts of the sentence. */
interface SummaryFacts extends Composition {
  readonly tier: Tier;
  /** 0 to 1. */
  readonly agreementArea: number;
  /** 0 to 1; null without population data. */
  readonly agreementPopulation: number | null;
}

/** Longer lists of names are truncated. */
const MAX_NAMES = 10;
const MAX_PARTS = 4;

/** The verdict on a footprint as one sentence of plain English. */
function coterminositySummary(footprint: Footprint, facts: IndexedFacts, summary: SummaryFacts): string {
  const subject = capitalise(footprintText(footprint.name, facts.edition.footprintKind));
  const noun = tierNoun(facts, summary.tier);
  const whole = summary.wholeAuthorities.map(({ name }) => shortCouncilName(name));
  switch (verdictOf(summary)) {
    case "SAME_AS_ONE":
      return `${subject} has the same boundary as one ${noun}, ${listText(whole)}.`;
    case "UNION_OF_WHOLE":
      return `${subject} is made up of ${pluralise(whole.length, `whole ${noun}`)} and nothing else: ${truncateList(whole, MAX_NAMES)}.`;
    case "PART_OF_ONE":
      return `${subject} lies inside one ${noun} and is only part of it: ${partsText(summary.partOverlaps, facts)}.`;
    case "CROSSES":
      return `${subject} crosses the boundaries of ${pluralOf(noun)}: ${holdingsText(whole, facts, summary)}; ${agreementText(summary, facts.edition.authorityKind)}.`;
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
  if (whole.length > 0) holdings.push(`the whole of ${truncateList(whole, MAX_NAMES)}`);
  if (partOverlaps.length > 0) holdings.push(`part of ${partsText(partOverlaps, facts)}`);
  const uncovered = isCovered ? "" : `, and some of it lies in no ${facts.edition.authorityKind}`;
  return `it holds ${holdings.join(", and ")}${uncovered}`;
}

function partsText(overlaps: readonly Overlap[], facts: IndexedFacts): string {
  return truncateList(
    overlaps.map((overlap) => partText(overlap, facts)),
    MAX_PARTS,
  );
}

/** "Surrey (12.1% of its people)"; of its land without population data. */
function partText(overlap: Overlap, facts: IndexedFacts): string {
  const name = shortCouncilName(facts.authorityByCode.get(overlap.authorityCode)?.name ?? overlap.authorityCode);
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
