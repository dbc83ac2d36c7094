import { Args, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { ClaimVerdict } from "../../analysis/claims/claim-verdict.js";
import { claims } from "../../analysis/claims/claims.js";
import { type Context, resolveEdition } from "../context.js";
import { EditionArgs } from "./edition.type.js";
import { ClaimVerdictEnum } from "./enums.js";

@ObjectType("Claim", {
  description: "A published claim about these areas, checked against the boundaries and tables.",
  simpleResolvers: true,
})
class ClaimType {
  @Field(() => ID, { description: "Its id in the edition's table of claims." })
  readonly id!: string;

  @Field(() => String, { description: "The claim as a sentence." })
  readonly statement!: string;

  @Field(() => String, { description: "The publication and its date." })
  readonly source!: string;

  @Field(() => String, { description: "The value reported: a number, true or false, or a word." })
  readonly reported!: string;

  @Field(() => String, { description: "The computed value; a bound where the data is incomplete." })
  readonly computed!: string;

  @Field(() => ClaimVerdictEnum, { description: "Whether the claim agrees with the computed value." })
  readonly verdict!: ClaimVerdict;

  @Field(() => String, { description: "The reasons, in sentences that can be quoted." })
  readonly explanation!: string;
}

@Resolver()
export class ClaimsResolver {
  @Query(() => [ClaimType], {
    description:
      "Published claims about an edition's areas, each checked against a computed value, in the order of the edition's table.",
  })
  claims(@Args(() => EditionArgs) { edition }: EditionArgs, @Ctx() context: Context): readonly ClaimType[] {
    return claims(resolveEdition(context.catalog, edition).facts);
  }
}
