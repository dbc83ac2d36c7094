import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Authority } from "../../model/area.js";
import type { EditionEntry } from "../context.js";
import { AuthorityTypeEnum, TierEnum } from "./enums.js";
import { SQUARE_METRES_PER_KM2 } from "./scalars.js";

@ObjectType("Authority", {
  description:
    "One authority: a council, or whatever the edition calls it (authorityKind). One that stands in both tiers is one record: of English councils a unitary, metropolitan district or London borough is in both, a county in UPPER, a district in LOWER.",
  simpleResolvers: true,
})
export class AuthorityType {
  constructor(
    readonly record: Authority,
    readonly entry: EditionEntry,
  ) {}

  @Field(() => ID, {
    description: "Its code, unique among the authorities of its edition; a GSS code in the shipped editions.",
  })
  get code() {
    return this.record.code;
  }

  @Field(() => String, { description: "Name as published." })
  get name() {
    return this.record.name;
  }

  @Field(() => [String], { description: "Other names it goes by." })
  get aliases() {
    return this.record.aliases;
  }

  @Field(() => [TierEnum], { description: "The tiers it belongs to." })
  get tiers() {
    return this.record.tiers;
  }

  @Field(() => AuthorityTypeEnum, { description: "What kind of English council it is; OTHER for any other authority." })
  get type() {
    return this.record.type;
  }

  @Field(() => Float, { description: "Area to the coastline, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, { nullable: true, description: "Residents; null when the edition does not know people." })
  get population() {
    return this.record.population;
  }

  @Field(() => [Float], { description: "West, south, east, north in degrees, WGS 84." })
  get bbox() {
    return this.record.bbox;
  }

  @Field(() => [Float], { description: "A point well inside, for a label: longitude and latitude in degrees, WGS 84." })
  get centre() {
    return this.record.centre;
  }
}
