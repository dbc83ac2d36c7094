import type { ExplorerState, Tier } from "../state/explorer-state.js";
import type { Page } from "./fetch-all-pages.js";
import { type DataOf, type EnumValue, graphql } from "./graphql.js";
import { bind } from "./query.js";

const EDITION = graphql(`
fragment EditionSummary on Edition {
  id title date bbox tiers footprintKind authorityKind memberKind populationBasis ratingMeasures claimCount
}`);
const FOOTPRINT = graphql(`
fragment FootprintSummary on Footprint {
  code name aliases population areaKm2 bbox centre
  coterminosity { verdict agreementArea agreementPopulation }
  rating { status value possible scale }
  neighbours { footprint { code } }
  members { code }
}`);
const COUNCIL = graphql(`
fragment CouncilSummary on Authority { code name type tiers population areaKm2 bbox centre footprintCount }`);

/** NONE: no council of the tier overlaps the footprint. */
export type Verdict = EnumValue<"CoterminosityVerdict">;

/** An edition's name, place and contents: loaded for all editions at once. */
export type EditionSummary = DataOf<typeof EDITION>;
/** A council, as the map, the lists and the search need it. */
export type AuthoritySummary = DataOf<typeof COUNCIL>;
/** A footprint as the first request returns it: judged on the edition's first tier. */
export type InitialFootprint = DataOf<typeof FOOTPRINT>;
/** How a footprint fits the councils of a tier. */
export type Coterminosity = InitialFootprint["coterminosity"];

/** A footprint, as the map, the lists and the search need it. */
export interface FootprintSummary extends Omit<InitialFootprint, "coterminosity"> {
  /** For each tier that has been loaded; the state's tier always has. */
  readonly coterminosityByTier: Readonly<Partial<Record<Tier, Coterminosity>>>;
}

const OVERVIEW = graphql(
  `
query Overview($edition: ID) {
  editions { ...EditionSummary }
  edition(id: $edition) {
    ...EditionSummary
    sliverToleranceM dataVersion notes
    sources { title publisher licence url attribution }
  }
  footprints(edition: $edition) { pageInfo { hasNextPage endCursor } nodes { ...FootprintSummary } }
  councils: authorities(edition: $edition) { pageInfo { hasNextPage endCursor } nodes { ...CouncilSummary } }
}
`,
  [EDITION, FOOTPRINT, COUNCIL],
);

/** The edition shown, with its sources. */
export type EditionDetails = NonNullable<DataOf<typeof OVERVIEW>["edition"]>;

/** The first response for an edition: enough for the first view of most. */
export interface InitialData {
  readonly editions: readonly EditionSummary[];
  readonly edition: EditionDetails;
  readonly footprints: Page<InitialFootprint>;
  readonly councils: Page<AuthoritySummary>;
}

/** Everything about an edition that most views need. */
export interface Overview {
  readonly editions: readonly EditionSummary[];
  readonly edition: EditionDetails;
  readonly footprints: readonly FootprintSummary[];
  /** The councils of the state's tier; only the first of them while the others load. */
  readonly councils: readonly AuthoritySummary[];
  /** Whether more councils are loading. */
  readonly isMoreComing: boolean;
  /** The selected council, if it is of another tier or its page is still loading. */
  readonly elsewhere: AuthoritySummary | null;
}

/** An edition with its first footprints, and the first councils of its first tier. */
export const overviewQuery = (edition: string) => bind(OVERVIEW, { edition });

const EDITIONS = graphql("query Editions { editions { ...EditionSummary } }", [EDITION]);

/** The editions alone, for when the requested one cannot be loaded. */
export const editionsQuery = () => bind(EDITIONS, {});

const FOOTPRINTS = graphql(
  `
query Footprints($edition: ID, $after: String) {
  page: footprints(edition: $edition, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ...FootprintSummary }
  }
}
`,
  [FOOTPRINT],
);

export const footprintsQuery = (edition: string, after: string) => bind(FOOTPRINTS, { edition, after });

const COUNCILS = graphql(
  `
query Councils($edition: ID, $tier: Tier, $after: String) {
  page: authorities(edition: $edition, tier: $tier, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ...CouncilSummary }
  }
}
`,
  [COUNCIL],
);

export const councilsQuery = ({ edition, tier }: Pick<ExplorerState, "edition" | "tier">, after: string | null) =>
  bind(COUNCILS, { edition, tier, after });

const ONE_COUNCIL = graphql(
  `
query OneCouncil($edition: ID, $code: ID!) {
  authority(edition: $edition, code: $code) { ...CouncilSummary }
}
`,
  [COUNCIL],
);

/** One council by its code, of either tier. */
export const councilSummaryQuery = (edition: string, code: string) => bind(ONE_COUNCIL, { edition, code });

const COTERMINOSITIES = graphql(`
query Coterminosities($edition: ID, $tier: Tier!, $after: String) {
  page: footprints(edition: $edition, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { code coterminosity(tier: $tier) { verdict agreementArea agreementPopulation } }
  }
}
`);

/** A footprint's coterminosity on a tier that the first response does not cover. */
export type FootprintCoterminosity = DataOf<typeof COTERMINOSITIES>["page"]["nodes"][number];

export const coterminosityQuery = ({ edition, tier }: Pick<ExplorerState, "edition" | "tier">, after: string | null) =>
  bind(COTERMINOSITIES, { edition, tier, after });

const FOOTPRINT_RATINGS = graphql(`
query FootprintRatings($edition: ID, $measure: String, $after: String) {
  page: footprints(edition: $edition, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { code rating(measure: $measure) { status value possible scale } }
  }
}
`);

export type FootprintRating = DataOf<typeof FOOTPRINT_RATINGS>["page"]["nodes"][number];

export const ratingSummariesQuery = (
  { edition, measure }: { readonly edition: string; readonly measure: string },
  after: string | null,
) => bind(FOOTPRINT_RATINGS, { edition, measure, after });
