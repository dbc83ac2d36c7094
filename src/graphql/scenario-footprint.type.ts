import { Field, Int, ObjectType } from "type-graphql";
import type { ScenarioFootprint } from "../analysis/scenario.js";
import type { Tier } from "../model/area.js";
import { AuthorityType } from "./authority.type.js";
import { CoterminosityVerdictEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import type { EditionWorld } from "./world.js";

@ObjectType("ScenarioFootprint", {
  description: "A footprint after it is redrawn: whole authorities and nothing else.",
  simpleResolvers: true,
})
export class ScenarioFootprintType {
  constructor(
    readonly answer: ScenarioFootprint,
    readonly tier: Tier,
    readonly world: EditionWorld,
  ) {}

  @Field(() => FootprintType, { description: "The footprint as it is." })
  get footprint() {
    return new FootprintType(this.answer.footprint, this.world);
  }

  @Field(() => [AuthorityType], { description: "The authorities it would consist of, by code." })
  get authorities() {
    return this.answer.authorities.map((authority) => new AuthorityType(authority, this.world));
  }

  @Field(() => Int, { nullable: true, description: "Residents as it is; null when the edition does not know people." })
  get populationBefore() {
    return this.answer.populationBefore;
  }

  @Field(() => Int, { nullable: true, description: "Residents redrawn; null when the edition does not know people." })
  get populationAfter() {
    return this.answer.populationAfter;
  }

  @Field(() => CoterminosityVerdictEnum, {
    description: "SAME_AS_ONE or UNION_OF_WHOLE; NONE for a footprint that keeps no authority.",
  })
  get verdictAfter() {
    return this.answer.verdictAfter;
  }
}
