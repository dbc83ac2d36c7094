import { Args, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { ClaimVerdict } from "../../analysis/claims/claim-verdict.js";
import { claims } from "../../analysis/claims/claims.js";
import { type Context, resolveEdition } from "../context.js";
import { EditionArgs } from "./edition.type.js";
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

@Resolver()
export class ClaimsResolver {
  @Query(() => [ClaimType], {
    description: "What was reported of an edition's areas, each claim computed anew and judged, in the table's order.",
  })
  claims(@Args(() => EditionArgs) { edition }: EditionArgs, @Ctx() context: Context): readonly ClaimType[] {
    return claims(resolveEdition(context.catalog, edition).facts);
  }
}
