import { ArgsType, Field, Int } from "type-graphql";
import { EditionArgs } from "./edition.args.js";

/** Arguments of a list that comes in pages. */
@ArgsType()
export class ListArgs extends EditionArgs {
  @Field(() => Int, { nullable: true, defaultValue: 500, description: "How many items at most, 0 to 500." })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The cursor to go on from, as the page before gave it; from the beginning when left out.",
  })
  readonly after!: string | null;
}
