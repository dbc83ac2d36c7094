import type { EditionSummary, FootprintSummary, Verdict } from "../data/overview.js";
import { coterminosity, yearOf } from "../data/selectors.js";
import type { AuthorityType, Colouring, Tier, View } from "../state/explorer-state.js";
import type { KindWords } from "./kind-words.js";
import { capitalize, withArticle } from "./nouns.js";

/** The verdicts in the order of the lists. NONE occurs only where footprints and councils do not cover the same land. */
export const VERDICTS: readonly Verdict[] = ["SAME_AS_ONE", "UNION_OF_WHOLE", "PART_OF_ONE", "CROSSES", "NONE"];

/** The verdicts that tables and keys list: NONE only where a footprint has it. */
export function verdictsToList(footprints: readonly FootprintSummary[], tier: Tier): readonly Verdict[] {
  const hasNone = footprints.some((footprint) => coterminosity(footprint, tier).verdict === "NONE");
  return VERDICTS.filter((verdict) => verdict !== "NONE" || hasNone);
}

/** A verdict in a few words, for the legend and the lists. */
export function verdictLabel(verdict: Verdict, { council, councils }: KindWords): string {
  switch (verdict) {
    case "SAME_AS_ONE":
      return `Same as one ${council}`;
    case "UNION_OF_WHOLE":
      return `Several whole ${councils}`;
    case "PART_OF_ONE":
      return `Part of one ${council}`;
    case "CROSSES":
      return `Cuts through ${withArticle(council)}`;
    case "NONE":
      return `In no ${council}`;
  }
}

const TYPE_LABELS: Readonly<Record<Exclude<AuthorityType, "OTHER">, string>> = {
  COUNTY: "County",
  DISTRICT: "District",
  UNITARY: "Unitary",
  METROPOLITAN_DISTRICT: "Metropolitan district",
  LONDON_BOROUGH: "London borough",
};

/** The label of a council's type. */
export function authorityTypeLabel(type: AuthorityType, { council }: KindWords): string {
  return type === "OTHER" ? capitalize(council) : TYPE_LABELS[type];
}

export const TIER_LABELS: Readonly<Record<Tier, string>> = { UPPER: "Upper tier", LOWER: "Lower tier" };

const TIER_HELP: Readonly<Record<Tier, string>> = {
  UPPER: "Counties, unitaries, metropolitan districts and London boroughs: the councils that run social care",
  LOWER: "Districts within counties, and the same unitaries, metropolitan districts and London boroughs",
};

/** Explains a tier of English councils; null for authorities of other kinds. */
export function tierHelp(tier: Tier, councils: readonly { readonly type: AuthorityType }[]): string | null {
  const isEnglish = councils.length > 0 && councils.every(({ type }) => type !== "OTHER");
  return isEnglish ? TIER_HELP[tier] : null;
}

/** A view's name in the navigation. */
export function viewLabel(view: View, words: KindWords, editions: readonly EditionSummary[]): string {
  switch (view) {
    case "footprints":
      return capitalize(words.footprints);
    case "councils":
      return `Divided ${words.councils}`;
    case "ratings":
      return "Ratings";
    case "claims":
      return "Claims checked";
    case "redraw":
      return "Redraw";
    case "compare":
      return compareLabel(editions);
    case "polygon":
      return "Your own area";
    case "table":
      return "Table";
  }
}

function compareLabel(editions: readonly EditionSummary[]): string {
  const years = editions.map(yearOf).toSorted();
  const [one, other, ...more] = years;
  return one !== undefined && other !== undefined && one !== other && more.length === 0
    ? `${one} and ${other}`
    : "Compare";
}

export const COLOURING_LABELS: Readonly<Record<Colouring, string>> = {
  verdict: "Verdict",
  agreement: "Agreement",
  rating: "Rating",
};

export const CONFIDENCE_LABELS: Readonly<Record<string, string>> = {
  PUBLISHED_LIST: "from a published list",
  PRESS: "from the press",
  LOCAL_REPORT: "from a local report",
};

/** A value of a rating scheme in plain words: NEEDS_MOST_IMPROVEMENT is "Needs most improvement". */
export function ratingLabel(value: string): string {
  return capitalize(value.replaceAll("_", " ").toLowerCase());
}
