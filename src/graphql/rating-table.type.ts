import { Field, Int, ObjectType } from "type-graphql";
import type { CoterminosityVerdict } from "../analysis/coterminosity-verdict.js";
import { CoterminosityVerdictEnum } from "./enums.js";
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
