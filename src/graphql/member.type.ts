import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Member } from "../model/area.js";
import type { EditionWorld } from "./world.js";

@ObjectType("Member", {
  description:
    "A part of a footprint: a clinical commissioning group (2017), a sub-ICB location (2024), or whatever the edition calls it (memberKind).",
  simpleResolvers: true,
})
export class MemberType {
  constructor(
    readonly record: Member,
    readonly world: EditionWorld,
  ) {}

  @Field(() => ID, { description: "Its code, unique among the members of its edition." })
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

  @Field(() => Int, { nullable: true, description: "Residents; null when the edition does not know people." })
  get population() {
    return this.record.population;
  }
}
