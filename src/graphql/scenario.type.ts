import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Move, Scenario } from "../analysis/scenario.js";
import type { Tier } from "../model/area.js";
import { AuthorityType } from "./authority.type.js";
import { FootprintType } from "./footprint.type.js";
import { PartitionAgreementType } from "./partition-agreement.type.js";
import { ScenarioFootprintType } from "./scenario-footprint.type.js";
import { SQUARE_METRES_PER_KM2 } from "./units.js";
import type { EditionWorld } from "./world.js";

@ObjectType("Move", {
  description:
    "A piece of an authority that goes from one footprint to another, so that the authority is whole in one.",
  simpleResolvers: true,
})
export class MoveType {
  constructor(
    private readonly move: Move,
    private readonly world: EditionWorld,
  ) {}

  @Field(() => AuthorityType, { description: "The authority." })
  get authority() {
    return new AuthorityType(this.move.authority, this.world);
  }

  @Field(() => FootprintType, { description: "The footprint that gives up the piece." })
  get from() {
    return new FootprintType(this.move.from, this.world);
  }

  @Field(() => FootprintType, { description: "The footprint that the authority is then whole in." })
  get to() {
    return new FootprintType(this.move.to, this.world);
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of the piece; null when the edition does not know people.",
  })
  get population() {
    return this.move.population;
  }

  @Field(() => Float, { description: "Area of the piece on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.move.areaM2 / SQUARE_METRES_PER_KM2;
  }
}

@ObjectType("Scenario", {
  description:
    "Footprints redrawn on authority lines, and what moves. One move for each footprint that gives up a piece of an authority; slivers do not move anybody.",
  simpleResolvers: true,
})
export class ScenarioType {
  constructor(
    private readonly answer: Scenario,
    private readonly tier: Tier,
    private readonly world: EditionWorld,
  ) {}

  @Field(() => [MoveType], { description: "What moves, by authority and then the footprint it leaves." })
  get moves() {
    return this.answer.moves.map((move) => new MoveType(move, this.world));
  }

  @Field(() => Int, { description: "How many authorities have a piece that moves." })
  get councilsMoved() {
    return this.answer.councilsMoved;
  }

  @Field(() => Int, { nullable: true, description: "Residents that move; null when the edition does not know people." })
  get populationMoved() {
    return this.answer.populationMoved;
  }

  @Field(() => Float, { description: "Area that moves, on the ellipsoid, square kilometres." })
  get areaMovedKm2() {
    return this.answer.areaMovedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => [ScenarioFootprintType], { description: "Every footprint as redrawn, by code." })
  get footprints() {
    return this.answer.footprints.map((footprint) => new ScenarioFootprintType(footprint, this.tier, this.world));
  }

  @Field(() => Int, { description: "How many authorities of the tier would span footprints." })
  get spanningCountAfter() {
    return this.answer.spanningCountAfter;
  }

  @Field(() => PartitionAgreementType, {
    description: "The redrawn footprints and the tier compared over the whole map.",
  })
  get agreementAfter() {
    return this.answer.agreementAfter;
  }
}
