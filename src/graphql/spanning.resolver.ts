import { Args, Ctx, Query, Resolver } from "type-graphql";
import { spanningAuthorities } from "../analysis/spanning-authorities.js";
import { spanningSensitivity } from "../analysis/spanning-sensitivity.js";
import { AuthorityType } from "./authority.type.js";
import { OverlapType } from "./overlap.type.js";
import { SensitivityStepType } from "./sensitivity-step.type.js";
import { SensitivityArgs, SpanningArgs } from "./spanning.args.js";
import { SpanningAuthorityType } from "./spanning-authority.type.js";
import { type Context, editionNamed } from "./world.js";

@Resolver()
export class SpanningResolver {
  @Query(() => [SpanningAuthorityType], {
    description:
      "Which authorities span footprints: an overlap counts when it is not a sliver and is at least minShare of the authority by weight. Sorted by the share outside the main footprint, largest first, then by code.",
  })
  spanningAuthorities(
    @Args(() => SpanningArgs) args: SpanningArgs,
    @Ctx() context: Context,
  ): readonly SpanningAuthorityType[] {
    const world = editionNamed(context.world, args.edition);
    const options = args.spanningOptions(world.facts);
    return spanningAuthorities(world.facts, options).map((found) => ({
      authority: new AuthorityType(found.authority, world),
      footprintCount: found.footprintCount,
      overlaps: found.overlaps.map((overlap) => new OverlapType(overlap, world, options.toleranceM)),
      shareOutsideMain: found.shareOutsideMain,
      mainDiffersByWeight: found.mainDiffersByWeight,
    }));
  }

  @Query(() => [SensitivityStepType], {
    description:
      "How the number of spanning authorities depends on the least share that counts: one step for each range of shares with the same authorities, ascending, the first starting at 0.",
  })
  spanningSensitivity(
    @Args(() => SensitivityArgs) args: SensitivityArgs,
    @Ctx() context: Context,
  ): readonly SensitivityStepType[] {
    const world = editionNamed(context.world, args.edition);
    return spanningSensitivity(world.facts, args.sensitivityOptions(world.facts)).map(({ leaving, ...step }) => ({
      ...step,
      leaving: leaving.map((authority) => new AuthorityType(authority, world)),
    }));
  }
}
