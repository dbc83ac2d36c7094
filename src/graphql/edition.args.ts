import { ArgsType, Field, ID } from "type-graphql";

/** Arguments of everything that is asked of one edition. */
@ArgsType()
export class EditionArgs {
  @Field(() => ID, {
    nullable: true,
    description: "The edition asked about, such as stp-2017; the default edition when left out.",
  })
  readonly edition!: string | null;
}
