import type { Verdict } from "../data/overview.js";
import type { AuthorityType, Colouring, Tier, View } from "../state/explorer-state.js";

/** A verdict in a few words, as the legend and the lists have it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  SAME_AS_ONE: "Same as one council",
  UNION_OF_WHOLE: "Several whole councils",
  PART_OF_ONE: "Part of one council",
  CROSSES: "Cuts through a council",
};
export const VERDICTS: readonly Verdict[] = ["SAME_AS_ONE", "UNION_OF_WHOLE", "PART_OF_ONE", "CROSSES"];

export const TYPE_WORDS: Readonly<Record<AuthorityType, string>> = {
  COUNTY: "County",
  DISTRICT: "District",
  UNITARY: "Unitary",
  METROPOLITAN_DISTRICT: "Metropolitan district",
  LONDON_BOROUGH: "London borough",
};

export const TIER_WORDS: Readonly<Record<Tier, string>> = { UPPER: "Upper tier", LOWER: "Lower tier" };

/** What each tier holds, for people who do not know. */
export const TIER_HELP: Readonly<Record<Tier, string>> = {
  UPPER: "Counties, unitaries, metropolitan districts and London boroughs: the councils that run social care",
  LOWER: "Districts within counties, and the same unitaries, metropolitan districts and London boroughs",
};

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  footprints: "Footprints",
  councils: "Divided councils",
  ratings: "Ratings",
  claims: "Claims checked",
  redraw: "Redraw",
  compare: "2017 and 2024",
  polygon: "Your own area",
  table: "Table",
};

export const COLOURING_WORDS: Readonly<Record<Colouring, string>> = {
  verdict: "Verdict",
  agreement: "Agreement",
  rating: "Rating",
};

export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  PUBLISHED_LIST: "from a published list",
  PRESS: "from the press",
  LOCAL_REPORT: "from a local report",
};

/** A value of a rating scheme in plain words: NEEDS_MOST_IMPROVEMENT is "Needs most improvement". */
export function ratingWords(value: string): string {
  const words = value.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
