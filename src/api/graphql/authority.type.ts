import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Authority } from "../../model/area.js";
import type { EditionEntry } from "../context.js";
import { AuthorityTypeEnum, TierEnum } from "./enums.js";
import { SQUARE_METRES_PER_KM2 } from "./scalars.js";

@ObjectType("Authority", {
  description:
    "An authority: a council in the shipped editions, or what authorityKind says. An authority in both tiers is one record. Among English councils, unitaries, metropolitan districts and London boroughs are in both tiers, counties in UPPER and districts in LOWER.",
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

  @Field(() => [String], { description: "Other names in use." })
  get aliases() {
    return this.record.aliases;
  }

  @Field(() => [TierEnum], { description: "The tiers it belongs to." })
  get tiers() {
    return this.record.tiers;
  }

  @Field(() => AuthorityTypeEnum, { description: "Type of English council; OTHER for any other authority." })
  get type() {
    return this.record.type;
  }

  @Field(() => Float, { description: "Area to the coastline, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, { nullable: true, description: "Residents; null when the edition has no population data." })
  get population() {
    return this.record.population;
  }

  @Field(() => [Float], { description: "Bounding box: west, south, east, north in degrees, WGS 84." })
  get bbox() {
    return this.record.bbox;
  }

  @Field(() => [Float], {
    description: "Label point, well inside the boundary: longitude and latitude in degrees, WGS 84.",
  })
  get centre() {
    return this.record.centre;
  }
}
