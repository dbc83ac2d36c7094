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
  description: "The footprints of one verdict and one rating: a cell of the table, empty cells too.",
  simpleResolvers: true,
})
export class RatingByVerdictType {
  @Field(() => CoterminosityVerdictEnum, { description: "The verdict on the footprints and the tier." })
  readonly verdict!: CoterminosityVerdict;

  @Field(() => String, { nullable: true, description: "The rating; null for footprints whose rating is not sourced." })
  readonly rating!: string | null;

  @Field(() => Int, { description: "How many footprints have both." })
  readonly count!: number;

  @Field(() => [FootprintType], { description: "The footprints that have both, by code." })
  readonly footprints!: readonly FootprintType[];
}

@ObjectType("RatingCount", {
  description:
    "How many footprints have a rating: never fewer than sourced, never more than atMost, and as the publisher counted.",
  simpleResolvers: true,
})
export class RatingCountType {
  @Field(() => String, { description: "The rating." })
  readonly rating!: string;

  @Field(() => String, { description: "The rating as the publisher writes it." })
  readonly label!: string;

  @Field(() => Int, { description: "Footprints that a source gives it." })
  readonly sourced!: number;

  @Field(() => Int, { description: "Those and every footprint for which it is still possible." })
  readonly atMost!: number;

  @Field(() => Int, { nullable: true, description: "The publisher's own total; null where none was published." })
  readonly published!: number | null;
}

/** Arguments of ratingCounts. */
@ArgsType()
export class MeasureArgs extends EditionArgs {
  @Field(() => String, {
    nullable: true,
    defaultValue: DEFAULT_MEASURE,
    description: "What was rated, such as overall or leadership.",
  })
  readonly measure!: string | null;

  measureName(): string {
    return this.measure ?? DEFAULT_MEASURE;
  }
}

/** Arguments of ratingsByVerdict. */
@ArgsType()
export class RatingsByVerdictArgs extends MeasureArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The tier that the verdicts are on." })
  readonly tier!: Tier | null;

  options(facts: IndexedFacts): RatingsByVerdictOptions {
    return { tier: resolveTier(facts, this.tier), measure: this.measureName() };
  }
}

@Resolver()
export class RatingsResolver {
  @Query(() => [RatingByVerdictType], {
    description:
      "Are coterminous footprints rated better? Ratings crossed with verdicts: every verdict with every rating, best first, and footprints whose rating is not sourced in a column of their own. Empty for an edition without ratings.",
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
      "How many footprints have each rating, best first: sourced, at most, and as published. Empty for an edition without ratings.",
  })
  ratingCounts(@Args(() => MeasureArgs) args: MeasureArgs, @Ctx() context: Context): readonly RatingCountType[] {
    const { facts } = resolveEdition(context.catalog, args.edition);
    return ratingCounts(facts, resolveMeasure(args.measureName(), facts));
  }
}
