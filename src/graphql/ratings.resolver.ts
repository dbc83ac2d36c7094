import { Args, Ctx, Query, Resolver } from "type-graphql";
import { knownMeasure } from "../analysis/known-measure.js";
import { ratingCounts } from "../analysis/rating-counts.js";
import { ratingsByVerdict } from "../analysis/ratings-by-verdict.js";
import { FootprintType } from "./footprint.type.js";
import { MeasureArgs, RatingsByVerdictArgs } from "./measure.args.js";
import { RatingByVerdictType, RatingCountType } from "./rating-table.type.js";
import { type Context, editionNamed } from "./world.js";

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
    const world = editionNamed(context.world, args.edition);
    knownMeasure(args.measureName(), world.facts);
    return ratingsByVerdict(world.facts, args.options(world.facts)).map(({ footprints, ...cell }) => ({
      ...cell,
      footprints: footprints.map((footprint) => new FootprintType(footprint, world)),
    }));
  }

  @Query(() => [RatingCountType], {
    description:
      "How many footprints have each rating, best first: sourced, at most, and as published. Empty for an edition without ratings.",
  })
  ratingCounts(@Args(() => MeasureArgs) args: MeasureArgs, @Ctx() context: Context): readonly RatingCountType[] {
    const { facts } = editionNamed(context.world, args.edition);
    return ratingCounts(facts, knownMeasure(args.measureName(), facts));
  }
}
