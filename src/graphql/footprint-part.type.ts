import { Field, ObjectType } from "type-graphql";
import { MemberType } from "./member.type.js";

@ObjectType("FootprintPart", { description: "A part into which a footprint divided itself.", simpleResolvers: true })
export class FootprintPartType {
  @Field(() => String, { description: "Name of the part." })
  readonly name!: string;

  @Field(() => [MemberType], { description: "The members it is made of." })
  readonly members!: readonly MemberType[];

  @Field(() => String, { description: "Who says so." })
  readonly source!: string;
}
