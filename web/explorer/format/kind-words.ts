import type { EditionSummary } from "../data/overview.js";
import type { Tier } from "../state/explorer-state.js";
import { plural } from "./nouns.js";

/** The page's words for the areas of an edition. In code they are footprints and councils, whatever their kind. */
export interface KindWords {
  readonly footprint: string;
  readonly footprints: string;
  readonly council: string;
  readonly councils: string;
  /** With the tier where there is more than one, such as upper-tier council; otherwise such as county. */
  readonly tierCouncil: string;
  readonly tierCouncils: string;
  readonly member: string;
  readonly members: string;
}

type Kinds = Pick<EditionSummary, "footprintKind" | "authorityKind" | "memberKind" | "tiers">;

const MAX_KIND_LENGTH = 24; // characters: "sustainability and transformation partnership" is a footprint here

/** The words for an edition's kinds; a footprint kind too long for headings is called footprint. */
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

/** The words before an edition has loaded. */
export const DEFAULT_WORDS: KindWords = kindWords(
  { footprintKind: "footprint", authorityKind: "council", memberKind: "member", tiers: ["UPPER", "LOWER"] },
  "UPPER",
);
