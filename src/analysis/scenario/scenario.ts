import type { Authority, Footprint, Tier } from "../../model/area.js";
import type { AuthorityCode, FootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import { groupBy } from "../../model/group-by.js";
import type { Overlap } from "../../model/overlap.js";
import { type CoterminosityVerdict, verdictOf } from "../coterminosity/coterminosity-verdict.js";
import { type PartitionAgreement, verdictCounts } from "../coterminosity/partition-agreement.js";
import { vMeasure } from "../coterminosity/v-measure.js";
import { AssignmentError } from "../errors.js";
import { realOverlaps } from "../filter-overlaps.js";
import { mainFootprint } from "../spanning/main-footprint.js";
import { type Weight, weightFunction } from "../weight.js";

/** How to redraw footprints. */
export interface ScenarioOptions {
  readonly tier?: Tier | undefined;
  readonly weight?: Weight | undefined;
  readonly assignments?: readonly Assignment[] | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/** A piece of a council that moves from one footprint to another. */
export interface Move {
  readonly authority: Authority;
  readonly from: Footprint;
  readonly to: Footprint;
  /** null without population data. */
  readonly population: number | null;
  readonly areaM2: number;
}

/** A footprint as redrawn: whole councils. */
export interface ScenarioFootprint {
  readonly footprint: Footprint;
  /** The councils it now consists of, by code. */
  readonly authorities: readonly Authority[];
  /** null without population data. */
  readonly populationBefore: number | null;
  /** Residents of its councils; null without population data. */
  readonly populationAfter: number | null;
  /** SAME_AS_ONE or UNION_OF_WHOLE; NONE for a footprint without councils. */
  readonly verdictAfter: CoterminosityVerdict;
}

/** Footprints redrawn along council boundaries, and the pieces that move. */
export interface Scenario {
  /** One for each footprint that gives up a piece of a council: by council, then by that footprint. */
  readonly moves: readonly Move[];
  readonly councilsMoved: number;
  /** null without population data. */
  readonly populationMoved: number | null;
  readonly areaMovedM2: number;
  /** By code. */
  readonly footprints: readonly ScenarioFootprint[];
  /** Always 0: every council lies wholly in one footprint. */
  readonly spanningCountAfter: number;
  readonly agreementAfter: PartitionAgreement;
}

/**
 * Every council of a tier goes whole to its main footprint, or to the one it is assigned to; its pieces elsewhere move.
 *
 * A council without overlaps stays outside, and land of a footprint outside every council is dropped.
 * @throws {AssignmentError} for an unknown council or footprint, or a council assigned twice.
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 */
export function scenario(
  facts: IndexedFacts,
  {
    tier = "UPPER",
    weight = "POPULATION",
    assignments = [],
    toleranceM = facts.edition.sliverToleranceM,
  }: ScenarioOptions = {},
): Scenario {
  const amountOf = weightFunction(weight, facts);
  const assigned = resolveAssignments(assignments, facts, tier);
  const placements = facts.authorities
    .filter(({ tiers }) => tiers.includes(tier))
    .flatMap((authority) => {
      const code =
        assigned.get(authority.code) ?? mainFootprint(authority.code, facts, { weight, toleranceM })?.footprintCode;
      const to = code === undefined ? undefined : facts.footprintByCode.get(code);
      return to === undefined ? [] : [{ authority, to }];
    });

  const moves = placements.flatMap(({ authority, to }) => {
    const elsewhere = (facts.overlapsByAuthority.get(authority.code) ?? []).filter(
      ({ footprintCode }) => footprintCode !== to.code,
    );
    return realOverlaps(elsewhere, facts, { toleranceM }).flatMap((overlap) =>
      moveOf(overlap, { authority, to }, facts),
    );
  });
  const authoritiesOf = groupBy(placements, ({ to }) => to.code);
  const footprints = facts.footprints.map((footprint) =>
    footprintAfter(
      footprint,
      (authoritiesOf.get(footprint.code) ?? []).map(({ authority }) => authority),
    ),
  );
  const intersections = placements.map(({ authority, to }) => ({
    footprintCode: to.code,
    authorityCode: authority.code,
    amount: amountOf(authority),
  }));
  return {
    moves,
    councilsMoved: new Set(moves.map(({ authority }) => authority.code)).size,
    populationMoved: facts.isPopulationKnown ? sumOf(moves, (move) => move.population ?? 0) : null,
    areaMovedM2: sumOf(moves, (move) => move.areaM2),
    footprints,
    spanningCountAfter: 0,
    agreementAfter: {
      ...vMeasure(intersections),
      verdictCounts: verdictCounts(footprints.map(({ verdictAfter }) => verdictAfter)),
      spanningCount: 0,
    },
  };
}

function moveOf(
  { footprintCode, population, areaM2 }: Overlap,
  { authority, to }: { readonly authority: Authority; readonly to: Footprint },
  facts: IndexedFacts,
): readonly Move[] {
  const from = facts.footprintByCode.get(footprintCode);
  return from === undefined ? [] : [{ authority, from, to, population, areaM2 }];
}

function footprintAfter(footprint: Footprint, authorities: readonly Authority[]): ScenarioFootprint {
  return {
    footprint,
    authorities,
    populationBefore: footprint.population,
    populationAfter: footprint.population === null ? null : sumOf(authorities, ({ population }) => population ?? 0),
    verdictAfter: verdictOf({ wholeAuthorities: authorities, partOverlaps: [], isCovered: true }),
  };
}

function sumOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

/** The footprint that a council goes to instead of its main footprint. */
export interface Assignment {
  readonly authorityCode: AuthorityCode;
  readonly footprintCode: FootprintCode;
}

/**
 * The footprint that each assigned council goes to.
 *
 * @throws {AssignmentError} for a council outside the tier, an unknown council or footprint, or a council assigned twice.
 */
function resolveAssignments(
  assignments: readonly Assignment[],
  facts: IndexedFacts,
  tier: Tier,
): ReadonlyMap<AuthorityCode, FootprintCode> {
  const kind = facts.edition.authorityKind;
  const assigned = new Map<AuthorityCode, FootprintCode>();
  for (const { authorityCode, footprintCode } of assignments) {
    const refuse = (reason: string) => new AssignmentError({ kind, authorityCode, footprintCode, reason });
    const authority = facts.authorityByCode.get(authorityCode);
    if (authority === undefined) throw refuse(`there is no such ${kind}`);
    if (!authority.tiers.includes(tier)) throw refuse(`${authority.name} is not in tier ${tier}`);
    if (!facts.footprintByCode.has(footprintCode)) throw refuse("there is no such footprint");
    if (assigned.has(authorityCode)) throw refuse(`the ${kind} is assigned more than once`);
    assigned.set(authorityCode, footprintCode);
  }
  return assigned;
}
