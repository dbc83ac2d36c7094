import { Field, ObjectType } from "type-graphql";

@ObjectType("Leader", { description: "Who led a footprint. Known for some footprints only.", simpleResolvers: true })
export class LeaderType {
  @Field(() => String, { description: "Name of the person." })
  readonly name!: string;

  @Field(() => String, { description: "The organisation that the person came from." })
  readonly organisation!: string;

  @Field(() => String, { description: "COUNCIL or NHS." })
  readonly sector!: string;

  @Field(() => String, { description: "Who says so." })
  readonly source!: string;
}
