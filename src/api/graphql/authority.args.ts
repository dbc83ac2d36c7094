import { ArgsType, Field, Float, Int } from "type-graphql";
import type { AuthorityFilter } from "../../analysis/filter-areas.js";
import { resolveTier } from "../../analysis/resolve.js";
import type { SpanningOptions } from "../../analysis/spanning/spanning-authorities.js";
import type { SensitivityOptions } from "../../analysis/spanning/spanning-sensitivity.js";
import type { Weight } from "../../analysis/weight.js";
import type { AuthorityType, Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { ListArgs } from "./connection.js";
import { EditionArgs } from "./edition.type.js";
import { AuthorityTypeEnum, TierEnum, WeightEnum } from "./enums.js";
import { ShareScalar } from "./scalars.js";
import { validateMinFootprints, validateTolerance } from "./validate-args.js";

/** Arguments of authorities. */
@ArgsType()
export class AuthoritiesArgs extends ListArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The authorities to list." })
  readonly tier!: Tier | null;

  @Field(() => [AuthorityTypeEnum], {
    nullable: true,
    description: "Only authorities of these types; all types when omitted.",
  })
  readonly types!: AuthorityType[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Only authorities with real overlaps with at least this many footprints; slivers do not count.",
  })
  readonly minFootprints!: number | null;

  filter(facts: IndexedFacts): AuthorityFilter {
    return { tier: resolveTier(facts, this.tier), types: this.types, minFootprints: this.minFootprints };
  }
}

/** Arguments of spanningSensitivity. */
@ArgsType()
export class SensitivityArgs extends EditionArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The authorities to examine." })
  readonly tier!: Tier | null;

  @Field(() => [AuthorityTypeEnum], {
    nullable: true,
    description: "Only authorities of these types; all types when omitted.",
  })
  readonly types!: AuthorityType[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 2,
    description: "Number of overlaps that must count for an authority to span footprints, 1 or more.",
  })
  readonly minFootprints!: number | null;

  @Field(() => WeightEnum, {
    nullable: true,
    defaultValue: "POPULATION",
    description: "Whether shares are of residents or of land.",
  })
  readonly weight!: Weight | null;

  @Field(() => Float, {
    nullable: true,
    description: "Maximum thickness of a sliver, metres; the edition's own tolerance when omitted.",
  })
  readonly sliverToleranceM!: number | null;

  sensitivityOptions(facts: IndexedFacts): SensitivityOptions {
    return {
      tier: resolveTier(facts, this.tier),
      types: this.types,
      minFootprints: validateMinFootprints(this.minFootprints ?? 2),
      weight: this.weight ?? "POPULATION",
      toleranceM: validateTolerance(this.sliverToleranceM),
    };
  }
}

/** Arguments of spanningAuthorities. */
@ArgsType()
export class SpanningArgs extends SensitivityArgs {
  @Field(() => ShareScalar, {
    nullable: true,
    defaultValue: 0,
    description: "Minimum share of the authority, by weight, for an overlap to count: 0.05 is 5 %.",
  })
  readonly minShare!: number | null;

  spanningOptions(facts: IndexedFacts): SpanningOptions {
    return { ...this.sensitivityOptions(facts), minShare: this.minShare ?? 0 };
  }
}
