import { ArgsType, Field, Float, ID } from "type-graphql";
import type { OverlapFilter } from "../analysis/filtered-overlaps.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Weight } from "../analysis/weight.js";
import type { Tier } from "../model/area.js";
import { parseAuthorityCode, parseFootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";
import { checkedTolerance, isGiven, orDefault } from "./arguments.js";
import { TierEnum, WeightEnum } from "./enums.js";
import { ListArgs } from "./list.args.js";
import { ShareScalar } from "./share.scalar.js";

/** Arguments of overlaps. */
@ArgsType()
export class OverlapsArgs extends ListArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The authorities that count." })
  readonly tier!: Tier | null;

  @Field(() => ID, { nullable: true, description: "Only those of this footprint, by its code." })
  readonly footprint!: string | null;

  @Field(() => ID, { nullable: true, description: "Only those of this authority, by its code." })
  readonly authority!: string | null;

  @Field(() => ShareScalar, {
    nullable: true,
    defaultValue: 0,
    description: "Least share of the authority, by weight.",
  })
  readonly minShare!: number | null;

  @Field(() => WeightEnum, {
    nullable: true,
    defaultValue: "POPULATION",
    description: "What minShare is a share of.",
  })
  readonly weight!: Weight | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether slivers are listed too." })
  readonly includeSlivers!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: "Thickness up to which an overlap is a sliver, metres; the edition's own when left out.",
  })
  readonly sliverToleranceM!: number | null;

  /** What is asked for, of an edition. */
  filter(facts: IndexedFacts): OverlapFilter {
    const { codeForms: forms, authorityKind } = facts.edition;
    return {
      tier: tierMeant(facts, this.tier),
      footprintCode: isGiven(this.footprint) ? parseFootprintCode(this.footprint, forms) : null,
      authorityCode: isGiven(this.authority) ? parseAuthorityCode(this.authority, forms, authorityKind) : null,
      minShare: orDefault(this.minShare, 0),
      weight: orDefault(this.weight, "POPULATION"),
      includeSlivers: orDefault(this.includeSlivers, false),
      toleranceM: checkedTolerance(this.sliverToleranceM),
    };
  }
}
