import { Args, Ctx, Query, Resolver } from "type-graphql";
import { claims } from "../analysis/claims.js";
import { ClaimType } from "./claim.type.js";
import { EditionArgs } from "./edition.args.js";
import { type Context, editionNamed } from "./world.js";

@Resolver()
export class ClaimsResolver {
  @Query(() => [ClaimType], {
    description: "What was reported of an edition's areas, each claim computed anew and judged, in the table's order.",
  })
  claims(@Args(() => EditionArgs) { edition }: EditionArgs, @Ctx() context: Context): readonly ClaimType[] {
    return claims(editionNamed(context.world, edition).facts);
  }
}
