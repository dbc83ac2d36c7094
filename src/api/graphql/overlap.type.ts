import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { OverlapFilter } from "../../analysis/filter-overlaps.js";
import { resolveTier } from "../../analysis/resolve.js";
import { areaShare, populationShare } from "../../analysis/shares.js";
import { isSliver, sliverReason } from "../../analysis/sliver.js";
import type { Weight } from "../../analysis/weight.js";
import type { Tier } from "../../model/area.js";
import { parseAuthorityCode, parseFootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import type { EditionEntry } from "../context.js";
import { ListArgs } from "./connection.js";
import { TierEnum, WeightEnum } from "./enums.js";
import { ShareScalar, SQUARE_METRES_PER_KM2 } from "./scalars.js";
import { isPresent, validateTolerance } from "./validate-args.js";

@ObjectType("Overlap", { description: "The overlap of a footprint and an authority.", simpleResolvers: true })
export class OverlapType {
  constructor(
    readonly record: Overlap,
    readonly entry: EditionEntry,
    /** Sliver tolerance, metres. */
    readonly toleranceM: number = entry.facts.edition.sliverToleranceM,
  ) {}

  @Field(() => [TierEnum], { description: "The tiers that the authority belongs to." })
  get tiers() {
    return this.record.tiers;
  }

  @Field(() => Float, { description: "Area shared, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, { nullable: true, description: "Residents of both; null when the edition has no population data." })
  get population() {
    return this.record.population;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the footprint's area." })
  get shareOfFootprintArea() {
    return areaShare(this.record, this.footprintRecord);
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the authority's area." })
  get shareOfAuthorityArea() {
    return areaShare(this.record, this.authorityRecord);
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "Residents of both as a share of the footprint's; null without population data or when the footprint has no residents.",
  })
  get shareOfFootprintPopulation() {
    return populationShare(this.record, this.footprintRecord);
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "Residents of both as a share of the authority's; null without population data or when the authority has no residents.",
  })
  get shareOfAuthorityPopulation() {
    return populationShare(this.record, this.authorityRecord);
  }

  @Field(() => Float, { description: "Thickness: diameter of the largest circle that fits in the overlap, metres." })
  get thicknessM() {
    return this.record.thicknessM;
  }

  @Field(() => Boolean, {
    description: "Whether it is a sliver: no thicker than the tolerance, and not more than half of either side.",
  })
  get isSliver() {
    return isSliver(this.record, this.entry.facts, this.toleranceM);
  }

  @Field(() => String, { description: "Why it is or is not a sliver, in one sentence." })
  get sliverReason() {
    return sliverReason(this.record, this.entry.facts, this.toleranceM);
  }

  private get footprintRecord() {
    return this.entry.facts.footprintByCode.get(this.record.footprintCode);
  }

  private get authorityRecord() {
    return this.entry.facts.authorityByCode.get(this.record.authorityCode);
  }
}

/** Arguments of overlaps. */
@ArgsType()
export class OverlapsArgs extends ListArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The tier of authorities." })
  readonly tier!: Tier | null;

  @Field(() => ID, { nullable: true, description: "Only overlaps with this footprint, by its code." })
  readonly footprint!: string | null;

  @Field(() => ID, { nullable: true, description: "Only overlaps with this authority, by its code." })
  readonly authority!: string | null;

  @Field(() => ShareScalar, {
    nullable: true,
    defaultValue: 0,
    description: "Minimum share of the authority, by weight.",
  })
  readonly minShare!: number | null;

  @Field(() => WeightEnum, {
    nullable: true,
    defaultValue: "POPULATION",
    description: "Whether minShare is a share of residents or of land.",
  })
  readonly weight!: Weight | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether to include slivers." })
  readonly includeSlivers!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: "Maximum thickness of a sliver, metres; the edition's own tolerance when omitted.",
  })
  readonly sliverToleranceM!: number | null;

  filter(facts: IndexedFacts): OverlapFilter {
    const { codeForms: forms, authorityKind } = facts.edition;
    return {
      tier: resolveTier(facts, this.tier),
      footprintCode: isPresent(this.footprint) ? parseFootprintCode(this.footprint, forms) : null,
      authorityCode: isPresent(this.authority) ? parseAuthorityCode(this.authority, forms, authorityKind) : null,
      minShare: this.minShare ?? 0,
      weight: this.weight ?? "POPULATION",
      includeSlivers: this.includeSlivers ?? false,
      toleranceM: validateTolerance(this.sliverToleranceM),
    };
  }
}
