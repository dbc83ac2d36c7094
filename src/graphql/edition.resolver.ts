import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { partitionAgreement } from "../analysis/partition-agreement.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Weight } from "../analysis/weight.js";
import type { Tier } from "../model/area.js";
import { parseEditionId } from "../model/code.js";
import { orDefault } from "./arguments.js";
import { EditionType } from "./edition.type.js";
import { TierEnum, WeightEnum } from "./enums.js";
import { PartitionAgreementType } from "./partition-agreement.type.js";
import type { Context } from "./world.js";

@Resolver(() => EditionType)
export class EditionResolver {
  @Query(() => [EditionType], { description: "All editions, the default first." })
  editions(@Ctx() { world }: Context): EditionType[] {
    return [...world.editions.values()].map((edition) => new EditionType(edition));
  }

  @Query(() => EditionType, {
    nullable: true,
    description: "One edition; the default one when id is left out, null when there is none of that name.",
  })
  edition(
    @Arg("id", () => ID, { nullable: true, description: "Such as stp-2017." }) id: string | null,
    @Ctx() { world }: Context,
  ): EditionType | null {
    const edition = id === null || id === undefined ? world.defaultEdition : world.editions.get(parseEditionId(id));
    return edition === undefined ? null : new EditionType(edition);
  }

  @FieldResolver(() => PartitionAgreementType, { description: "Footprints and a tier compared over the whole map." })
  agreement(
    @Root() { world }: EditionType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The authorities to compare with." })
    tier: Tier | null,
    @Arg("weight", () => WeightEnum, { nullable: true, defaultValue: "POPULATION", description: "What counts." })
    weight: Weight | null,
  ): PartitionAgreementType {
    return partitionAgreement(world.facts, {
      tier: tierMeant(world.facts, tier),
      weight: orDefault(weight, "POPULATION"),
    });
  }
}
