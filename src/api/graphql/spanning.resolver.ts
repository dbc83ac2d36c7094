import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { spanningAuthorities } from "../../analysis/spanning/spanning-authorities.js";
import { spanningSensitivity } from "../../analysis/spanning/spanning-sensitivity.js";
import { type Context, resolveEdition } from "../context.js";
import { SensitivityArgs, SpanningArgs } from "./authority.args.js";
import { AuthorityType } from "./authority.type.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./scalars.js";

@ObjectType("SpanningAuthority", {
  description: "An authority that spans several footprints.",
  simpleResolvers: true,
})
class SpanningAuthorityType {
  @Field(() => AuthorityType, { description: "The authority." })
  readonly authority!: AuthorityType;

  @Field(() => Int, { description: "Number of its overlaps that count under the arguments." })
  readonly footprintCount!: number;

  @Field(() => [OverlapType], {
    description: "The overlaps that count under the arguments, largest first by weight.",
  })
  readonly overlaps!: readonly OverlapType[];

  @Field(() => ShareScalar, {
    description: "Share of the authority, by weight, in real overlaps with footprints other than its main one.",
  })
  readonly shareOutsideMain!: number;

  @Field(() => Boolean, {
    description: "Whether its main footprint by area differs from its main footprint by residents.",
  })
  readonly mainDiffersByWeight!: boolean;
}

@ObjectType("SensitivityStep", {
  description:
    "A range of minShare with the same result: count authorities span footprints for every minShare with fromShare < minShare <= toShare (the first range includes 0).",
  simpleResolvers: true,
})
class SensitivityStepType {
  @Field(() => ShareScalar, {
    description: "Start of the range, exclusive; inclusive in the first range, where it is 0.",
  })
  readonly fromShare!: number;

  @Field(() => ShareScalar, { description: "End of the range, inclusive." })
  readonly toShare!: number;

  @Field(() => Int, { description: "Number of authorities that span footprints in this range." })
  readonly count!: number;

  @Field(() => [AuthorityType], {
    description: "The authorities that no longer span footprints beyond toShare, by code.",
  })
  readonly leaving!: readonly AuthorityType[];
}

@Resolver()
export class SpanningResolver {
  @Query(() => [SpanningAuthorityType], {
    description:
      "The authorities that span footprints. An overlap counts when it is not a sliver and is at least minShare of the authority by weight. Sorted by the share outside the main footprint, largest first, then by code.",
  })
  spanningAuthorities(
    @Args(() => SpanningArgs) args: SpanningArgs,
    @Ctx() context: Context,
  ): readonly SpanningAuthorityType[] {
    const entry = resolveEdition(context.catalog, args.edition);
    const options = args.spanningOptions(entry.facts);
    return spanningAuthorities(entry.facts, options).map((spanning) => ({
      authority: new AuthorityType(spanning.authority, entry),
      footprintCount: spanning.footprintCount,
      overlaps: spanning.overlaps.map((overlap) => new OverlapType(overlap, entry, options.toleranceM)),
      shareOutsideMain: spanning.shareOutsideMain,
      mainDiffersByWeight: spanning.mainDiffersByWeight,
    }));
  }

  @Query(() => [SensitivityStepType], {
    description:
      "How the number of spanning authorities depends on minShare: one step for each range with the same authorities, ascending from 0.",
  })
  spanningSensitivity(
    @Args(() => SensitivityArgs) args: SensitivityArgs,
    @Ctx() context: Context,
  ): readonly SensitivityStepType[] {
    const entry = resolveEdition(context.catalog, args.edition);
    return spanningSensitivity(entry.facts, args.sensitivityOptions(entry.facts)).map(({ leaving, ...step }) => ({
      ...step,
      leaving: leaving.map((authority) => new AuthorityType(authority, entry)),
    }));
  }
}
