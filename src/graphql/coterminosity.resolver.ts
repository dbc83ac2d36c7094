import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { mostlyInside } from "../analysis/agreement.js";
import type { Weight } from "../analysis/weight.js";
import { orDefault } from "./arguments.js";
import { AuthorityType } from "./authority.type.js";
import { CoterminosityType } from "./coterminosity.type.js";
import { WeightEnum } from "./enums.js";

@Resolver(() => CoterminosityType)
export class CoterminosityResolver {
  @FieldResolver(() => [AuthorityType], {
    description: "The authorities with more than half of themselves inside the footprint, by code.",
  })
  mostlyInside(
    @Root() { footprintCode, tier, world }: CoterminosityType,
    @Arg("weight", () => WeightEnum, {
      nullable: true,
      defaultValue: "POPULATION",
      description: "What more than half is counted in.",
    })
    weight: Weight | null,
  ): AuthorityType[] {
    const inside = mostlyInside(footprintCode, world.facts, { tier, weight: orDefault(weight, "POPULATION") });
    return inside.map((authority) => new AuthorityType(authority, world));
  }
}
