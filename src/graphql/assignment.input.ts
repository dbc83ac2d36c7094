import { Field, ID, InputType } from "type-graphql";

@InputType("Assignment", { description: "Where an authority is to go in a scenario, whatever the best fit says." })
export class AssignmentInput {
  @Field(() => ID, { description: "The authority, by its code; it must be of the scenario's tier." })
  readonly authority!: string;

  @Field(() => ID, { description: "The footprint that it goes to whole, by its code." })
  readonly footprint!: string;
}
