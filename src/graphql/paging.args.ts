import { ArgsType, Field, Int } from "type-graphql";

/** Arguments of a list of something that belongs to an edition, or to two, already. */
@ArgsType()
export class PagingArgs {
  @Field(() => Int, { nullable: true, defaultValue: 500, description: "How many items at most, 0 to 500." })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The cursor to go on from, as the page before gave it; from the beginning when left out.",
  })
  readonly after!: string | null;
}
