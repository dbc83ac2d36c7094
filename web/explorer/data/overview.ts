import type { AuthorityType, Tier } from "../state/explorer-state.js";
import type { Question } from "./question.js";

export type Verdict = "SAME_AS_ONE" | "UNION_OF_WHOLE" | "PART_OF_ONE" | "CROSSES";
/** West, south, east, north, degrees. */
export type Box = readonly [number, number, number, number];

/** How a footprint stands to the councils of a tier. */
export interface Standing {
  readonly verdict: Verdict;
  readonly agreementArea: number;
  readonly agreementPopulation: number | null;
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
  readonly upper: Standing;
  readonly lower: Standing;
  readonly rating: {
    readonly status: "SOURCED" | "NOT_SOURCED";
    readonly value: string | null;
    readonly possible: readonly string[];
    readonly scale: readonly string[];
  } | null;
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

export interface EditionBrief {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly footprintKind: string;
  readonly sliverToleranceM: number;
  readonly dataVersion: string;
  readonly populationBasis: string | null;
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
  readonly editions: readonly { readonly id: string; readonly title: string; readonly date: string }[];
  readonly edition: EditionBrief | null;
  readonly footprints: { readonly nodes: readonly FootprintBrief[] };
  readonly upper: { readonly nodes: readonly AuthorityBrief[] };
  /** Empty until something of the lower tier is asked for. */
  readonly lower: { readonly nodes: readonly AuthorityBrief[] };
}

const COUNCIL = "fragment Council on Authority { code name type tiers population areaKm2 bbox centre footprintCount }";
const QUERY = `
query Overview($edition: ID) {
  editions { id title date }
  edition(id: $edition) {
    id title date footprintKind sliverToleranceM dataVersion populationBasis notes
    sources { title publisher licence url attribution }
  }
  footprints(edition: $edition) {
    nodes {
      code name aliases population areaKm2 bbox centre
      upper: coterminosity(tier: UPPER) { verdict agreementArea agreementPopulation }
      lower: coterminosity(tier: LOWER) { verdict agreementArea agreementPopulation }
      rating { status value possible scale }
      neighbours { footprint { code } }
      members { code }
    }
  }
  upper: authorities(edition: $edition, tier: UPPER) { nodes { ...Council } }
}
${COUNCIL}
`;
const LOWER_TIER_QUERY = `
query LowerTier($edition: ID) {
  lower: authorities(edition: $edition, tier: LOWER) { nodes { ...Council } }
}
${COUNCIL}
`;

/** All of an edition's overview but the lower tier, which is as much again and not seen at first. */
export function overviewQuestion(edition: string): Question<Omit<Overview, "lower">> {
  return { query: QUERY, variables: { edition } };
}

export function lowerTierQuestion(edition: string): Question<Pick<Overview, "lower">> {
  return { query: LOWER_TIER_QUERY, variables: { edition } };
}

/** How a footprint stands to a tier. */
export function standing(footprint: FootprintBrief, tier: Tier): Standing {
  return tier === "UPPER" ? footprint.upper : footprint.lower;
}

/** For each footprint, by code, the codes of those that it borders on. */
export function neighbourCodes(overview: Overview): ReadonlyMap<string, readonly string[]> {
  return new Map(
    overview.footprints.nodes.map(({ code, neighbours }) => [code, neighbours.map(({ footprint }) => footprint.code)]),
  );
}

/** The councils of a tier. */
export function councilsOf(overview: Overview, tier: Tier): readonly AuthorityBrief[] {
  return (tier === "UPPER" ? overview.upper : overview.lower).nodes;
}

/** The footprint of a code; null when there is none in this edition. */
export function footprintOf(overview: Overview, code: string | null): FootprintBrief | null {
  return overview.footprints.nodes.find((footprint) => footprint.code === code) ?? null;
}

/** The council of a code, of either tier; null when there is none in this edition. */
export function councilOf(overview: Overview, code: string | null): AuthorityBrief | null {
  return [...overview.upper.nodes, ...overview.lower.nodes].find((council) => council.code === code) ?? null;
}
