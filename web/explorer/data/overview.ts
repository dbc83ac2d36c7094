import type { AuthorityType, Tier } from "../state/explorer-state.js";
import type { Page } from "./all-pages.js";
import type { Question } from "./question.js";

/** NONE: no council of the tier overlaps it. */
export type Verdict = "SAME_AS_ONE" | "UNION_OF_WHOLE" | "PART_OF_ONE" | "CROSSES" | "NONE";
/** West, south, east, north, degrees; west is larger than east over the antimeridian. */
export type Box = readonly [number, number, number, number];

/** How a footprint stands to the councils of a tier. */
export interface Standing {
  readonly verdict: Verdict;
  readonly agreementArea: number;
  readonly agreementPopulation: number | null;
}

/** A footprint's rating on the measure that its edition puts first. */
export interface RatingBrief {
  readonly status: "SOURCED" | "NOT_SOURCED";
  readonly value: string | null;
  readonly possible: readonly string[];
  readonly scale: readonly string[];
}

/** What the map, the lists and the search know of a footprint. */
export interface FootprintBrief {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly areaKm2: number;
  readonly bbox: Box;
  readonly centre: readonly [number, number];
  /** For each tier that has been asked about; that of the state always has. */
  readonly standings: Readonly<Partial<Record<Tier, Standing>>>;
  /** null in an edition without ratings, and in one that rates other things until those are asked for. */
  readonly rating: RatingBrief | null;
  readonly neighbours: readonly { readonly footprint: { readonly code: string } }[];
  readonly members: readonly { readonly code: string }[];
}

/** What the map, the lists and the search know of a council. */
export interface AuthorityBrief {
  readonly code: string;
  readonly name: string;
  readonly type: AuthorityType;
  readonly tiers: readonly Tier[];
  readonly population: number | null;
  readonly areaKm2: number;
  readonly bbox: Box;
  readonly centre: readonly [number, number];
  readonly footprintCount: number;
}

/** What is known of every edition as soon as one is shown: what it is called, and what it has. */
export interface EditionName {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly bbox: Box;
  readonly tiers: readonly Tier[];
  readonly footprintKind: string;
  readonly authorityKind: string;
  readonly memberKind: string;
  /** What the numbers of people are; null where people are not known. */
  readonly populationBasis: string | null;
  /** What its footprints were rated on; empty without ratings. */
  readonly ratingMeasures: readonly string[];
  readonly claimCount: number;
}

/** What is known of the edition that is shown. */
export interface EditionBrief extends EditionName {
  readonly sliverToleranceM: number;
  readonly dataVersion: string;
  readonly notes: readonly string[];
  readonly sources: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly licence: string;
    readonly url: string | null;
    readonly attribution: string;
  }[];
}

/** Everything of an edition that most views need. */
export interface Overview {
  readonly editions: readonly EditionName[];
  readonly edition: EditionBrief;
  readonly footprints: readonly FootprintBrief[];
  /** The councils of the state's tier, the first of them while more are on their way. */
  readonly councils: readonly AuthorityBrief[];
  /** Whether more councils are on their way. */
  readonly isMoreComing: boolean;
  /** The selected council, if it is of another tier or still on its way. */
  readonly elsewhere: AuthorityBrief | null;
}

/** A footprint as the first question gives it: judged on the edition's first tier. */
export type FirstFootprint = Omit<FootprintBrief, "standings"> & { readonly standing: Standing };

/** The first answer of an edition: enough for the first view of most. */
export interface FirstAnswer {
  readonly editions: readonly EditionName[];
  readonly edition: EditionBrief;
  readonly footprints: Page<FirstFootprint>;
  readonly councils: Page<AuthorityBrief>;
}

const NAMED = `
fragment Named on Edition {
  id title date bbox tiers footprintKind authorityKind memberKind populationBasis ratingMeasures claimCount
}`;
const PAGE_INFO = "pageInfo { hasNextPage endCursor }";
const FOOTPRINT = `
fragment Brief on Footprint {
  code name aliases population areaKm2 bbox centre
  standing: coterminosity { verdict agreementArea agreementPopulation }
  rating { status value possible scale }
  neighbours { footprint { code } }
  members { code }
}`;
const COUNCIL = "fragment Council on Authority { code name type tiers population areaKm2 bbox centre footprintCount }";

/** An edition with its first footprints and the first councils of its first tier: the tier that is meant where none is named. */
export function overviewQuestion(edition: string): Question<FirstAnswer> {
  const query = `
query Overview($edition: ID) {
  editions { ...Named }
  edition(id: $edition) {
    ...Named
    sliverToleranceM dataVersion notes
    sources { title publisher licence url attribution }
  }
  footprints(edition: $edition) { ${PAGE_INFO} nodes { ...Brief } }
  councils: authorities(edition: $edition) { ${PAGE_INFO} nodes { ...Council } }
}
${NAMED}${FOOTPRINT}
${COUNCIL}
`;
  return { query, variables: { edition } };
}

/** The editions alone, for a reader whose edition is not there. */
export function editionsQuestion(): Question<Pick<FirstAnswer, "editions">> {
  return { query: `{ editions { ...Named } }${NAMED}`, variables: {} };
}

export function footprintsQuestion(edition: string, after: string): Question<{ page: Page<FirstFootprint> }> {
  const query = `
query Footprints($edition: ID, $after: String) {
  page: footprints(edition: $edition, after: $after) { ${PAGE_INFO} nodes { ...Brief } }
}${FOOTPRINT}
`;
  return { query, variables: { edition, after } };
}

export function councilsQuestion(
  { edition, tier }: { readonly edition: string; readonly tier: Tier },
  after: string | null,
): Question<{ page: Page<AuthorityBrief> }> {
  const query = `
query Councils($edition: ID, $tier: Tier, $after: String) {
  page: authorities(edition: $edition, tier: $tier, after: $after) { ${PAGE_INFO} nodes { ...Council } }
}
${COUNCIL}
`;
  return { query, variables: { edition, tier, after } };
}

/** One council by its code, of whatever tier. */
export function councilBriefQuestion(
  edition: string,
  code: string,
): Question<{ readonly authority: AuthorityBrief | null }> {
  const query = `
query OneCouncil($edition: ID, $code: ID!) {
  authority(edition: $edition, code: $code) { ...Council }
}
${COUNCIL}
`;
  return { query, variables: { edition, code } };
}

/** A footprint's standing on a tier that the first answer does not judge it on. */
export type CodeAndStanding = { readonly code: string; readonly standing: Standing };

export function standingsQuestion(
  { edition, tier }: { readonly edition: string; readonly tier: Tier },
  after: string | null,
): Question<{ page: Page<CodeAndStanding> }> {
  const query = `
query Standings($edition: ID, $tier: Tier!, $after: String) {
  page: footprints(edition: $edition, after: $after) {
    ${PAGE_INFO}
    nodes { code standing: coterminosity(tier: $tier) { verdict agreementArea agreementPopulation } }
  }
}
`;
  return { query, variables: { edition, tier, after } };
}

export type CodeAndRating = { readonly code: string; readonly rating: RatingBrief | null };

export function ratingBriefsQuestion(
  { edition, measure }: { readonly edition: string; readonly measure: string },
  after: string | null,
): Question<{ page: Page<CodeAndRating> }> {
  const query = `
query FootprintRatings($edition: ID, $measure: String, $after: String) {
  page: footprints(edition: $edition, after: $after) {
    ${PAGE_INFO}
    nodes { code rating(measure: $measure) { status value possible scale } }
  }
}
`;
  return { query, variables: { edition, measure, after } };
}
