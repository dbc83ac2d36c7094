import { ArgsType, Field, Float, Int } from "type-graphql";
import type { SpanningOptions } from "../analysis/spanning-authorities.js";
import type { SensitivityOptions } from "../analysis/spanning-sensitivity.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Weight } from "../analysis/weight.js";
import type { AuthorityType, Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { checkedMinFootprints, checkedTolerance, orDefault } from "./arguments.js";
import { EditionArgs } from "./edition.args.js";
import { AuthorityTypeEnum, TierEnum, WeightEnum } from "./enums.js";
import { ShareScalar } from "./share.scalar.js";

/** Arguments of spanningSensitivity. */
@ArgsType()
export class SensitivityArgs extends EditionArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The authorities asked about." })
  readonly tier!: Tier | null;

  @Field(() => [AuthorityTypeEnum], {
    nullable: true,
    description: "Only authorities of these types; all when left out.",
  })
  readonly types!: AuthorityType[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 2,
    description: "How many overlaps of an authority must count for it to span, 1 or more.",
  })
  readonly minFootprints!: number | null;

  @Field(() => WeightEnum, { nullable: true, defaultValue: "POPULATION", description: "What shares are shares of." })
  readonly weight!: Weight | null;

  @Field(() => Float, {
    nullable: true,
    description: "Thickness up to which an overlap is a sliver, metres; the edition's own when left out.",
  })
  readonly sliverToleranceM!: number | null;

  sensitivityOptions(facts: IndexedFacts): SensitivityOptions {
    return {
      tier: tierMeant(facts, this.tier),
      types: this.types,
      minFootprints: checkedMinFootprints(orDefault(this.minFootprints, 2)),
      weight: orDefault(this.weight, "POPULATION"),
      toleranceM: checkedTolerance(this.sliverToleranceM),
    };
  }
}

/** Arguments of spanningAuthorities. */
@ArgsType()
export class SpanningArgs extends SensitivityArgs {
  @Field(() => ShareScalar, {
    nullable: true,
    defaultValue: 0,
    description: "Least share of the authority, by weight, for an overlap to count: 0.05 is 5 %.",
  })
  readonly minShare!: number | null;

  spanningOptions(facts: IndexedFacts): SpanningOptions {
    return { ...this.sensitivityOptions(facts), minShare: orDefault(this.minShare, 0) };
  }
}
