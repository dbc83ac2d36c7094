import { Field, ObjectType } from "type-graphql";
import { RatingStatusEnum } from "./enums.js";

@ObjectType("Rating", {
  description: "What is known of a footprint's rating on one measure. Nothing is guessed.",
  simpleResolvers: true,
})
export class RatingType {
  @Field(() => String, { description: "What was rated, such as overall or leadership." })
  readonly measure!: string;

  @Field(() => RatingStatusEnum, { description: "Whether a source gives it." })
  readonly status!: "SOURCED" | "NOT_SOURCED";

  @Field(() => String, { nullable: true, description: "The rating; null when not sourced." })
  readonly value!: string | null;

  @Field(() => [String], {
    description: "What it can be, best first where the order is known: one entry when sourced.",
  })
  readonly possible!: readonly string[];

  @Field(() => [String], { description: "Every value of the measure, best first where the order is known." })
  readonly scale!: readonly string[];

  @Field(() => String, { description: "Who rated, and in what." })
  readonly scheme!: string;

  @Field(() => String, {
    nullable: true,
    description: "How good the source is: PUBLISHED_LIST, PRESS, LOCAL_REPORT; null when not sourced.",
  })
  readonly confidence!: string | null;

  @Field(() => [String], { description: "Who says so; empty when not sourced." })
  readonly sources!: readonly string[];

  @Field(() => String, { description: "The day of the rating, YYYY-MM-DD." })
  readonly date!: string;
}
