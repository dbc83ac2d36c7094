import { Field, Float, ObjectType } from "type-graphql";
import type { Coterminosity } from "../analysis/coterminosity.js";
import { AuthorityType } from "./authority.type.js";
import { CoterminosityVerdictEnum, TierEnum } from "./enums.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./share.scalar.js";
import type { EditionWorld } from "./world.js";

@ObjectType("Coterminosity", {
  description: "How far a footprint and the authorities of a tier share their boundaries.",
  simpleResolvers: true,
})
export class CoterminosityType {
  constructor(
    readonly footprintCode: Coterminosity["partAuthorities"][number]["footprintCode"],
    private readonly answer: Coterminosity,
    readonly world: EditionWorld,
  ) {}

  @Field(() => CoterminosityVerdictEnum, { description: "The verdict." })
  get verdict() {
    return this.answer.verdict;
  }

  @Field(() => TierEnum, { description: "The tier it is judged against." })
  get tier() {
    return this.answer.tier;
  }

  @Field(() => [AuthorityType], { description: "Authorities that lie in the footprint whole, by code." })
  get wholeAuthorities() {
    return this.answer.wholeAuthorities.map((authority) => new AuthorityType(authority, this.world));
  }

  @Field(() => [OverlapType], {
    description: "Overlaps with authorities that do not lie in it whole, by authority code.",
  })
  get partAuthorities() {
    return this.answer.partAuthorities.map((overlap) => new OverlapType(overlap, this.world));
  }

  @Field(() => ShareScalar, {
    description:
      "By area: what the footprint and the authorities with more than half of their area inside it have in common, as a share of both together. 0 when there is no such authority.",
  })
  get agreementArea() {
    return this.answer.agreementArea;
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "By people: the same with the authorities that have more than half of their residents inside it; null when people are not known.",
  })
  get agreementPopulation() {
    return this.answer.agreementPopulation;
  }

  @Field(() => Float, {
    description:
      "Diameter of the largest circle that fits where the footprint and the authorities with more than half of their area inside it differ, metres.",
  })
  get thickestDisagreementM() {
    return this.answer.thickestDisagreementM;
  }

  @Field(() => String, { description: "The verdict and the figures behind it in one sentence." })
  get summary() {
    return this.answer.summary;
  }
}
