import { Arg, Field, FieldResolver, Float, ObjectType, Resolver, Root } from "type-graphql";
import { authoritiesMostlyInside } from "../../analysis/coterminosity/agreement.js";
import type { Coterminosity } from "../../analysis/coterminosity/coterminosity.js";
import type { Weight } from "../../analysis/weight.js";
import type { EditionEntry } from "../context.js";
import { AuthorityType } from "./authority.type.js";
import { CoterminosityVerdictEnum, TierEnum, WeightEnum } from "./enums.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./scalars.js";

@ObjectType("Coterminosity", {
  description: "How far a footprint and the authorities of a tier share boundaries.",
  simpleResolvers: true,
})
export class CoterminosityType {
  constructor(
    readonly footprintCode: Coterminosity["partAuthorities"][number]["footprintCode"],
    private readonly answer: Coterminosity,
    readonly entry: EditionEntry,
  ) {}

  @Field(() => CoterminosityVerdictEnum, { description: "The verdict." })
  get verdict() {
    return this.answer.verdict;
  }

  @Field(() => TierEnum, { description: "The tier of authorities compared with." })
  get tier() {
    return this.answer.tier;
  }

  @Field(() => [AuthorityType], { description: "Authorities that lie wholly in the footprint, by code." })
  get wholeAuthorities() {
    return this.answer.wholeAuthorities.map((authority) => new AuthorityType(authority, this.entry));
  }

  @Field(() => [OverlapType], {
    description: "Overlaps with authorities that lie only partly in the footprint, by authority code.",
  })
  get partAuthorities() {
    return this.answer.partAuthorities.map((overlap) => new OverlapType(overlap, this.entry));
  }

  @Field(() => ShareScalar, {
    description:
      "Agreement by area: the land in both the footprint and the authorities with more than half of their area inside it, as a share of the land in either. 0 when there is no such authority.",
  })
  get agreementArea() {
    return this.answer.agreementArea;
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "Agreement by residents: the same for the authorities with more than half of their residents inside it; null when the edition has no population data.",
  })
  get agreementPopulation() {
    return this.answer.agreementPopulation;
  }

  @Field(() => Float, {
    description:
      "Diameter of the largest circle that fits in the difference between the footprint and the authorities with more than half of their area inside it, metres.",
  })
  get thickestDisagreementM() {
    return this.answer.thickestDisagreementM;
  }

  @Field(() => String, { description: "The verdict and its figures in one sentence." })
  get summary() {
    return this.answer.summary;
  }
}

@Resolver(() => CoterminosityType)
export class CoterminosityResolver {
  @FieldResolver(() => [AuthorityType], {
    description: "The authorities that are more than half inside the footprint, by code.",
  })
  mostlyInside(
    @Root() { footprintCode, tier, entry }: CoterminosityType,
    @Arg("weight", () => WeightEnum, {
      nullable: true,
      defaultValue: "POPULATION",
      description: "Whether to measure by residents or by land.",
    })
    weight: Weight | null,
  ): AuthorityType[] {
    const inside = authoritiesMostlyInside(footprintCode, entry.facts, {
      tier,
      weight: weight ?? "POPULATION",
    });
    return inside.map((authority) => new AuthorityType(authority, entry));
  }
}
