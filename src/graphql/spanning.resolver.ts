import { Arg, Ctx, Float, ID, Int, Query, Resolver } from "type-graphql";
import { spanningAuthorities } from "../analysis/spanning-authorities.js";
import type { Weight } from "../analysis/weight.js";
import type { AuthorityType as AuthorityTypeName, Tier } from "../model/area.js";
import { checkedMinFootprints, checkedTolerance, orDefault } from "./arguments.js";
import { AuthorityType } from "./authority.type.js";
import { AuthorityTypeEnum, TierEnum, WeightEnum } from "./enums.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./share.scalar.js";
import { SpanningAuthorityType } from "./spanning-authority.type.js";
import { type Context, editionNamed } from "./world.js";

@Resolver()
export class SpanningResolver {
  @Query(() => [SpanningAuthorityType], {
    description:
      "Which councils span footprints: an overlap counts when it is not a sliver and is at least minShare of the council by weight. Sorted by the share outside the main footprint, largest first, then by code.",
  })
  spanningAuthorities(
    @Arg("edition", () => ID, { nullable: true, description: "The default edition when left out." }) edition:
      | string
      | null,
    @Arg("tier", () => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The councils asked about." })
    tier: Tier | null,
    @Arg("types", () => [AuthorityTypeEnum], { nullable: true, description: "Only these types; all when left out." })
    types: AuthorityTypeName[] | null,
    @Arg("minFootprints", () => Int, { nullable: true, defaultValue: 2, description: "How many overlaps must count." })
    minFootprints: number | null,
    @Arg("minShare", () => ShareScalar, {
      nullable: true,
      defaultValue: 0,
      description: "Least share of the council, by weight.",
    })
    minShare: number | null,
    @Arg("weight", () => WeightEnum, { nullable: true, defaultValue: "POPULATION", description: "What shares are of." })
    weight: Weight | null,
    @Arg("sliverToleranceM", () => Float, { nullable: true, description: "Metres; the edition's own when left out." })
    sliverToleranceM: number | null,
    @Ctx() context: Context,
  ): SpanningAuthorityType[] {
    const world = editionNamed(context.world, edition);
    const toleranceM = checkedTolerance(sliverToleranceM);
    const spanning = spanningAuthorities(world.facts, {
      tier: orDefault(tier, "UPPER"),
      types,
      minFootprints: checkedMinFootprints(orDefault(minFootprints, 2)),
      minShare: orDefault(minShare, 0),
      weight: orDefault(weight, "POPULATION"),
      toleranceM,
    });
    return spanning.map(({ authority, overlaps, ...figures }) => ({
      ...figures,
      authority: new AuthorityType(authority, world),
      overlaps: overlaps.map((overlap) => new OverlapType(overlap, world, toleranceM)),
    }));
  }
}
