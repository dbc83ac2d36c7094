import { Args, Ctx, Query, Resolver } from "type-graphql";
import { DataQualityType } from "./data-quality.type.js";
import { EditionArgs } from "./edition.args.js";
import { type Context, editionNamed } from "./world.js";

@Resolver()
export class DataQualityResolver {
  @Query(() => DataQualityType, { description: "What the build found when it checked an edition's figures." })
  dataQuality(@Args(() => EditionArgs) { edition }: EditionArgs, @Ctx() context: Context): DataQualityType {
    return editionNamed(context.world, edition).facts.quality;
  }
}
