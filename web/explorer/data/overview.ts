import type { AuthorityType, Tier } from "../state/explorer-state.js";
import type { Page } from "./fetch-all-pages.js";
import type { Query } from "./query.js";

/** NONE: no council of the tier overlaps it. */
export type Verdict = "SAME_AS_ONE" | "UNION_OF_WHOLE" | "PART_OF_ONE" | "CROSSES" | "NONE";
/** West, south, east, north, degrees; west is larger than east over the antimeridian. */
export type Bbox = readonly [number, number, number, number];

/** How a footprint stands to the councils of a tier. */
export interface Coterminosity {
  readonly verdict: Verdict;
  readonly agreementArea: number;
  readonly agreementPopulation: number | null;
}

/** A footprint's rating on the measure that its edition puts first. */
export interface RatingSummary {
  readonly status: "SOURCED" | "NOT_SOURCED";
  readonly value: string | null;
  readonly possible: readonly string[];
  readonly scale: readonly string[];
}

/** What the map, the lists and the search know of a footprint. */
export interface FootprintSummary {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly areaKm2: number;
  readonly bbox: Bbox;
  readonly centre: readonly [number, number];
  /** For each tier that has been asked about; that of the state always has. */
  readonly standings: Readonly<Partial<Record<Tier, Coterminosity>>>;
  /** null in an edition without ratings, and in one that rates other things until those are asked for. */
  readonly rating: RatingSummary | null;
  readonly neighbours: readonly { readonly footprint: { readonly code: string } }[];
  readonly members: readonly { readonly code: string }[];
}

/** What the map, the lists and the search know of a council. */
export interface AuthoritySummary {
  readonly code: string;
  readonly name: string;
  readonly type: AuthorityType;
  readonly tiers: readonly Tier[];
  readonly population: number | null;
  readonly areaKm2: number;
  readonly bbox: Bbox;
  readonly centre: readonly [number, number];
  readonly footprintCount: number;
}

/** What is known of every edition as soon as one is shown: what it is called, and what it has. */
export interface EditionSummary {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly bbox: Bbox;
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
export interface EditionDetails extends EditionSummary {
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
  readonly editions: readonly EditionSummary[];
  readonly edition: EditionDetails;
  readonly footprints: readonly FootprintSummary[];
  /** The councils of the state's tier, the first of them while more are on their way. */
  readonly councils: readonly AuthoritySummary[];
  /** Whether more councils are on their way. */
  readonly isMoreComing: boolean;
  /** The selected council, if it is of another tier or still on its way. */
  readonly elsewhere: AuthoritySummary | null;
}

/** A footprint as the first question gives it: judged on the edition's first tier. */
export type InitialFootprint = Omit<FootprintSummary, "standings"> & { readonly standing: Coterminosity };

/** The first answer of an edition: enough for the first view of most. */
export interface InitialData {
  readonly editions: readonly EditionSummary[];
  readonly edition: EditionDetails;
  readonly footprints: Page<InitialFootprint>;
  readonly councils: Page<AuthoritySummary>;
}

const EDITION_FRAGMENT = `
fragment Named on Edition {
  id title date bbox tiers footprintKind authorityKind memberKind populationBasis ratingMeasures claimCount
}`;
const PAGE_INFO = "pageInfo { hasNextPage endCursor }";
const FOOTPRINT_FRAGMENT = `
fragment Brief on Footprint {
  code name aliases population areaKm2 bbox centre
  standing: coterminosity { verdict agreementArea agreementPopulation }
  rating { status value possible scale }
  neighbours { footprint { code } }
  members { code }
}`;
const COUNCIL_FRAGMENT =
  "fragment Council on Authority { code name type tiers population areaKm2 bbox centre footprintCount }";

/** An edition with its first footprints and the first councils of its first tier: the tier that is meant where none is named. */
export function overviewQuery(edition: string): Query<InitialData> {
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
${EDITION_FRAGMENT}${FOOTPRINT_FRAGMENT}
${COUNCIL_FRAGMENT}
`;
  return { query, variables: { edition } };
}

/** The editions alone, for a reader whose edition is not there. */
export function editionsQuery(): Query<Pick<InitialData, "editions">> {
  return { query: `{ editions { ...Named } }${EDITION_FRAGMENT}`, variables: {} };
}

export function footprintsQuery(edition: string, after: string): Query<{ page: Page<InitialFootprint> }> {
  const query = `
query Footprints($edition: ID, $after: String) {
  page: footprints(edition: $edition, after: $after) { ${PAGE_INFO} nodes { ...Brief } }
}${FOOTPRINT_FRAGMENT}
`;
  return { query, variables: { edition, after } };
}

export function councilsQuery(
  { edition, tier }: { readonly edition: string; readonly tier: Tier },
  after: string | null,
): Query<{ page: Page<AuthoritySummary> }> {
  const query = `
query Councils($edition: ID, $tier: Tier, $after: String) {
  page: authorities(edition: $edition, tier: $tier, after: $after) { ${PAGE_INFO} nodes { ...Council } }
}
${COUNCIL_FRAGMENT}
`;
  return { query, variables: { edition, tier, after } };
}

/** One council by its code, of whatever tier. */
export function councilSummaryQuery(
  edition: string,
  code: string,
): Query<{ readonly authority: AuthoritySummary | null }> {
  const query = `
query OneCouncil($edition: ID, $code: ID!) {
  authority(edition: $edition, code: $code) { ...Council }
}
${COUNCIL_FRAGMENT}
`;
  return { query, variables: { edition, code } };
}

/** A footprint's standing on a tier that the first answer does not judge it on. */
export type FootprintCoterminosity = { readonly code: string; readonly standing: Coterminosity };

export function coterminosityQuery(
  { edition, tier }: { readonly edition: string; readonly tier: Tier },
  after: string | null,
): Query<{ page: Page<FootprintCoterminosity> }> {
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

export type FootprintRating = { readonly code: string; readonly rating: RatingSummary | null };

export function ratingSummariesQuery(
  { edition, measure }: { readonly edition: string; readonly measure: string },
  after: string | null,
): Query<{ page: Page<FootprintRating> }> {
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
