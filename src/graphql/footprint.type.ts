import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Footprint } from "../model/area.js";
import { SQUARE_METRES_PER_KM2 } from "./units.js";
import type { EditionWorld } from "./world.js";

@ObjectType("Footprint", {
  description:
    "One of the areas whose fit is asked: a sustainability and transformation partnership of 2017, an integrated care board of 2024, or whatever the edition calls it (footprintKind).",
  simpleResolvers: true,
})
export class FootprintType {
  constructor(
    readonly record: Footprint,
    readonly world: EditionWorld,
  ) {}

  @Field(() => ID, {
    description:
      "Its code, unique among the footprints of its edition; another edition may use it for another area. A GSS code in the shipped editions.",
  })
  get code() {
    return this.record.code;
  }

  @Field(() => String, { nullable: true, description: "NHS organisation code; null where none is known." })
  get odsCode() {
    return this.record.odsCode;
  }

  @Field(() => String, { description: "Name as published." })
  get name() {
    return this.record.name;
  }

  @Field(() => [String], { description: "Other names it goes by." })
  get aliases() {
    return this.record.aliases;
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
