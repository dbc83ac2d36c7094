import { Field, ID, ObjectType } from "type-graphql";
import type { ClaimVerdict } from "../analysis/claims/claim-answer.js";
import { ClaimVerdictEnum } from "./enums.js";

@ObjectType("Claim", {
  description: "Something that was reported about these areas, checked against the boundaries and tables.",
  simpleResolvers: true,
})
export class ClaimType {
  @Field(() => ID, { description: "Its name in the edition's table of claims." })
  readonly id!: string;

  @Field(() => String, { description: "What was reported, as a sentence." })
  readonly statement!: string;

  @Field(() => String, { description: "Who reported it, and when." })
  readonly source!: string;

  @Field(() => String, { description: "The value reported: a number, true or false, or a word." })
  readonly reported!: string;

  @Field(() => String, { description: "What comes out here; a bound where the data is incomplete." })
  readonly computed!: string;

  @Field(() => ClaimVerdictEnum, { description: "How the report stands to it." })
  readonly verdict!: ClaimVerdict;

  @Field(() => String, { description: "Why, in sentences that can be quoted." })
  readonly explanation!: string;
}
