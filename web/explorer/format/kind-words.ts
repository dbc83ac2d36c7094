import type { EditionSummary } from "../data/overview.js";
import type { Tier } from "../state/explorer-state.js";
import { plural } from "./nouns.js";

/** What the areas of an edition are called on the page. Code says footprint and council whatever they are. */
export interface KindWords {
  readonly footprint: string;
  readonly footprints: string;
  readonly council: string;
  readonly councils: string;
  /** With its tier, where there is more than one: upper-tier council, county. */
  readonly tierCouncil: string;
  readonly tierCouncils: string;
  readonly member: string;
  readonly members: string;
}

/** What is needed to tell them. */
type Kinds = Pick<EditionSummary, "footprintKind" | "authorityKind" | "memberKind" | "tiers">;

const MAX_KIND_LENGTH = 24; // characters: "sustainability and transformation partnership" is a footprint here

/** The words for an edition's kinds; the long name of a footprint is for sentences that have room for it. */
export function kindWords({ footprintKind, authorityKind, memberKind, tiers }: Kinds, tier: Tier): KindWords {
  const footprint = footprintKind.length > MAX_KIND_LENGTH ? "footprint" : footprintKind;
  const tierCouncil = tiers.length > 1 ? `${tier.toLowerCase()}-tier ${authorityKind}` : authorityKind;
  return {
    footprint,
    footprints: plural(footprint),
    council: authorityKind,
    councils: plural(authorityKind),
    tierCouncil,
    tierCouncils: plural(tierCouncil),
    member: memberKind,
    members: plural(memberKind),
  };
}

/** What is said before any edition is known. */
export const DEFAULT_WORDS: KindWords = kindWords(
  { footprintKind: "footprint", authorityKind: "council", memberKind: "member", tiers: ["UPPER", "LOWER"] },
  "UPPER",
);
