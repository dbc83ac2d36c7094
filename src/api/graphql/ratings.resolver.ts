import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { CoterminosityVerdict } from "../../analysis/coterminosity/coterminosity-verdict.js";
import { DEFAULT_MEASURE } from "../../analysis/ratings/rating-of-footprint.js";
import { type RatingsByVerdictOptions, ratingCounts, ratingsByVerdict } from "../../analysis/ratings/rating-tables.js";
import { resolveMeasure, resolveTier } from "../../analysis/resolve.js";
import type { Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import { type Context, resolveEdition } from "../context.js";
import { EditionArgs } from "./edition.type.js";
import { CoterminosityVerdictEnum, TierEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";

@ObjectType("RatingByVerdict", {
  description: "One cell of the table of verdicts by ratings; empty cells are included.",
  simpleResolvers: true,
})
class RatingByVerdictType {
  @Field(() => CoterminosityVerdictEnum, { description: "The verdict on the footprints." })
  readonly verdict!: CoterminosityVerdict;

  @Field(() => String, { nullable: true, description: "The rating; null for footprints whose rating is not sourced." })
  readonly rating!: string | null;

  @Field(() => Int, { description: "Number of footprints with this verdict and this rating." })
  readonly count!: number;

  @Field(() => [FootprintType], { description: "The footprints with this verdict and this rating, by code." })
  readonly footprints!: readonly FootprintType[];
}

@ObjectType("RatingCount", {
  description: "Number of footprints with a rating: at least sourced, at most atMost, and the published total.",
  simpleResolvers: true,
})
class RatingCountType {
  @Field(() => String, { description: "The rating." })
  readonly rating!: string;

  @Field(() => String, { description: "The rating as published." })
  readonly label!: string;

  @Field(() => Int, { description: "Number of footprints that a source gives this rating." })
  readonly sourced!: number;

  @Field(() => Int, { description: "Number of footprints for which this rating is sourced or still possible." })
  readonly atMost!: number;

  @Field(() => Int, { nullable: true, description: "The publisher's total; null when none was published." })
  readonly published!: number | null;
}

/** Arguments of ratingCounts. */
@ArgsType()
class MeasureArgs extends EditionArgs {
  @Field(() => String, {
    nullable: true,
    defaultValue: DEFAULT_MEASURE,
    description: "The measure, such as overall or leadership.",
  })
  readonly measure!: string | null;

  measureName(): string {
    return this.measure ?? DEFAULT_MEASURE;
  }
}

/** Arguments of ratingsByVerdict. */
@ArgsType()
class RatingsByVerdictArgs extends MeasureArgs {
  @Field(() => TierEnum, {
    nullable: true,
    defaultValue: "UPPER",
    description: "The tier of authorities that the verdicts refer to.",
  })
  readonly tier!: Tier | null;

  options(facts: IndexedFacts): RatingsByVerdictOptions {
    return { tier: resolveTier(facts, this.tier), measure: this.measureName() };
  }
}

@Resolver()
export class RatingsResolver {
  @Query(() => [RatingByVerdictType], {
    description:
      "Are coterminous footprints rated better? A table of verdicts by ratings: every verdict with every rating, best first, then with footprints whose rating is not sourced. Empty for an edition without ratings.",
  })
  ratingsByVerdict(
    @Args(() => RatingsByVerdictArgs) args: RatingsByVerdictArgs,
    @Ctx() context: Context,
  ): readonly RatingByVerdictType[] {
    const entry = resolveEdition(context.catalog, args.edition);
    resolveMeasure(args.measureName(), entry.facts);
    return ratingsByVerdict(entry.facts, args.options(entry.facts)).map(({ footprints, ...cell }) => ({
      ...cell,
      footprints: footprints.map((footprint) => new FootprintType(footprint, entry)),
    }));
  }

  @Query(() => [RatingCountType], {
    description:
      "Number of footprints with each rating, best first: sourced, at most, and as published. Empty for an edition without ratings.",
  })
  ratingCounts(@Args(() => MeasureArgs) args: MeasureArgs, @Ctx() context: Context): readonly RatingCountType[] {
    const { facts } = resolveEdition(context.catalog, args.edition);
    return ratingCounts(facts, resolveMeasure(args.measureName(), facts));
  }
}
