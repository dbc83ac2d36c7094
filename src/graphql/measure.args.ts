import { ArgsType, Field } from "type-graphql";
import { DEFAULT_MEASURE } from "../analysis/rating-of-footprint.js";
import type { RatingsByVerdictOptions } from "../analysis/ratings-by-verdict.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { orDefault } from "./arguments.js";
import { EditionArgs } from "./edition.args.js";
import { TierEnum } from "./enums.js";

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
    return orDefault(this.measure, DEFAULT_MEASURE);
  }
}

/** Arguments of ratingsByVerdict. */
@ArgsType()
export class RatingsByVerdictArgs extends MeasureArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The tier that the verdicts are on." })
  readonly tier!: Tier | null;

  options(facts: IndexedFacts): RatingsByVerdictOptions {
    return { tier: tierMeant(facts, this.tier), measure: this.measureName() };
  }
}
