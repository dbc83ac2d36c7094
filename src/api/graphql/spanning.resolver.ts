import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { spanningAuthorities } from "../../analysis/spanning/spanning-authorities.js";
import { spanningSensitivity } from "../../analysis/spanning/spanning-sensitivity.js";
import { type Context, resolveEdition } from "../context.js";
import { SensitivityArgs, SpanningArgs } from "./authority.args.js";
import { AuthorityType } from "./authority.type.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./scalars.js";

@ObjectType("SpanningAuthority", {
  description: "An authority that lies in several footprints.",
  simpleResolvers: true,
})
export class SpanningAuthorityType {
  @Field(() => AuthorityType, { description: "The authority." })
  readonly authority!: AuthorityType;

  @Field(() => Int, { description: "How many of its overlaps count under the arguments." })
  readonly footprintCount!: number;

  @Field(() => [OverlapType], {
    description: "The overlaps that count under the arguments, largest first by the weight.",
  })
  readonly overlaps!: readonly OverlapType[];

  @Field(() => ShareScalar, {
    description: "Share of the authority, by the weight, outside its main footprint, over all real overlaps.",
  })
  readonly shareOutsideMain!: number;

  @Field(() => Boolean, { description: "Whether its main footprint by area is another than by people." })
  readonly mainDiffersByWeight!: boolean;
}

@ObjectType("SensitivityStep", {
  description:
    "A range of least shares with the same answer: count authorities span for every minShare with fromShare < minShare <= toShare (from 0 inclusive for the first).",
  simpleResolvers: true,
})
export class SensitivityStepType {
  @Field(() => ShareScalar, { description: "Where the range begins; itself not in it, but for 0 in the first." })
  readonly fromShare!: number;

  @Field(() => ShareScalar, { description: "Where the range ends; itself in it." })
  readonly toShare!: number;

  @Field(() => Int, { description: "How many authorities span in this range." })
  readonly count!: number;

  @Field(() => [AuthorityType], { description: "The authorities that no longer span beyond toShare, by code." })
  readonly leaving!: readonly AuthorityType[];
}

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
      "How the number of spanning authorities depends on the least share that counts: one step for each range of shares with the same authorities, ascending, the first starting at 0.",
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
