import { type Authority, type Footprint, type Member, TIERS, type Tier } from "./area.js";
import type { FootprintPart, Leader, ReportedClaim } from "./claims.js";
import type { AuthorityCode, EditionId, FootprintCode, MemberCode } from "./code.js";
import type { Edition } from "./edition.js";
import { groupBy } from "./group-by.js";
import type { Border, FootprintFit, Overlap } from "./overlap.js";
import type { SchemeValue, SourcedRating } from "./rating.js";

/** The results of the build's checks of its own figures. */
export interface DataQuality {
  /** Largest difference between an area and the sum of its overlaps, as a share of the area, 0 to 1. */
  readonly worstResidual: number;
  readonly checks: readonly QualityCheck[];
}

/** One thing the build checked. */
export interface QualityCheck {
  readonly name: string;
  readonly passed: boolean;
  /** What was found, in a sentence with figures. */
  readonly detail: string;
}

/** Everything known about an edition but its shapes. Lists are sorted by code, overlaps by footprint and then authority. */
export interface EditionFacts {
  readonly edition: Edition;
  readonly footprints: readonly Footprint[];
  readonly authorities: readonly Authority[];
  readonly members: readonly Member[];
  readonly overlaps: readonly Overlap[];
  readonly fits: readonly FootprintFit[];
  readonly borders: readonly Border[];
  readonly schemes: readonly SchemeValue[];
  readonly ratings: readonly SourcedRating[];
  readonly claims: readonly ReportedClaim[];
  readonly parts: readonly FootprintPart[];
  readonly leaders: readonly Leader[];
  readonly quality: DataQuality;
}

/** The facts with look-ups, created once when they are loaded. */
export interface IndexedFacts extends EditionFacts {
  /** The tiers that have authorities, UPPER before LOWER. */
  readonly tiers: readonly Tier[];
  readonly footprintByCode: ReadonlyMap<FootprintCode, Footprint>;
  readonly authorityByCode: ReadonlyMap<AuthorityCode, Authority>;
  readonly memberByCode: ReadonlyMap<MemberCode, Member>;
  readonly overlapsByFootprint: ReadonlyMap<FootprintCode, readonly Overlap[]>;
  readonly overlapsByAuthority: ReadonlyMap<AuthorityCode, readonly Overlap[]>;
  /** Whether the population of every footprint is known. */
  readonly isPopulationKnown: boolean;
  /** One for each tier. */
  readonly fitsByFootprint: ReadonlyMap<FootprintCode, readonly FootprintFit[]>;
}

/** Everything the server answers from: one readonly value for each database. */
export interface Facts {
  /** A hash of what was built, in every answer and ETag. */
  readonly dataVersion: string;
  /** The edition that answers when a request names none. */
  readonly defaultEditionId: EditionId;
  /** The default first, then in the order they were built. */
  readonly editions: ReadonlyMap<EditionId, IndexedFacts>;
}

/** Adds the look-ups to an edition's facts. */
export function indexFacts(facts: EditionFacts): IndexedFacts {
  return {
    ...facts,
    tiers: TIERS.filter((tier) => facts.authorities.some(({ tiers }) => tiers.includes(tier))),
    footprintByCode: new Map(facts.footprints.map((footprint) => [footprint.code, footprint])),
    authorityByCode: new Map(facts.authorities.map((authority) => [authority.code, authority])),
    memberByCode: new Map(facts.members.map((member) => [member.code, member])),
    isPopulationKnown: facts.footprints.every(({ population }) => population !== null),
    overlapsByFootprint: groupBy(facts.overlaps, (overlap) => overlap.footprintCode),
    overlapsByAuthority: groupBy(facts.overlaps, (overlap) => overlap.authorityCode),
    fitsByFootprint: groupBy(facts.fits, (fit) => fit.footprintCode),
  };
}
