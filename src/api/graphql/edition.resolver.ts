import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { partitionAgreement } from "../../analysis/coterminosity/partition-agreement.js";
import { resolveTier } from "../../analysis/resolve.js";
import type { Weight } from "../../analysis/weight.js";
import type { Tier } from "../../model/area.js";
import { parseEditionId } from "../../model/code.js";
import { type Context, resolveEdition } from "../context.js";
import { DataQualityType, EditionArgs, EditionType, PartitionAgreementType } from "./edition.type.js";
import { TierEnum, WeightEnum } from "./enums.js";

@Resolver(() => EditionType)
export class EditionResolver {
  @Query(() => [EditionType], { description: "All editions, the default first." })
  editions(@Ctx() { catalog }: Context): EditionType[] {
    return [...catalog.editions.values()].map((edition) => new EditionType(edition));
  }

  @Query(() => EditionType, {
    nullable: true,
    description: "One edition; the default one when id is omitted, null when the id is unknown.",
  })
  edition(
    @Arg("id", () => ID, { nullable: true, description: "The edition's id, such as stp-2017." }) id: string | null,
    @Ctx() { catalog }: Context,
  ): EditionType | null {
    const edition = id === null || id === undefined ? catalog.defaultEdition : catalog.editions.get(parseEditionId(id));
    return edition === undefined ? null : new EditionType(edition);
  }

  @FieldResolver(() => PartitionAgreementType, {
    description: "Agreement of the footprints and a tier of authorities over the whole map.",
  })
  agreement(
    @Root() { entry }: EditionType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The authorities to compare with." })
    tier: Tier | null,
    @Arg("weight", () => WeightEnum, {
      nullable: true,
      defaultValue: "POPULATION",
      description: "Whether to weight by residents or by land.",
    })
    weight: Weight | null,
  ): PartitionAgreementType {
    return partitionAgreement(entry.facts, {
      tier: resolveTier(entry.facts, tier),
      weight: weight ?? "POPULATION",
    });
  }

  @Query(() => DataQualityType, { description: "The results of the build's checks of an edition's figures." })
  dataQuality(@Args(() => EditionArgs) { edition }: EditionArgs, @Ctx() context: Context): DataQualityType {
    return resolveEdition(context.catalog, edition).facts.quality;
  }
}
