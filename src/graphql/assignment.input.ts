import { Field, ID, InputType } from "type-graphql";

@InputType("Assignment", { description: "Where a council is to go in a scenario, whatever the best fit says." })
export class AssignmentInput {
  @Field(() => ID, { description: "The council, by its GSS code; it must be of the scenario's tier." })
  readonly authority!: string;

  @Field(() => ID, { description: "The footprint that it goes to whole, by its GSS code." })
  readonly footprint!: string;
}
