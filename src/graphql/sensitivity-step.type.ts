import { Field, Int, ObjectType } from "type-graphql";
import { AuthorityType } from "./authority.type.js";
import { ShareScalar } from "./share.scalar.js";

@ObjectType("SensitivityStep", {
  description:
    "A range of least shares with the same answer: count authorities span for every minShare with fromShare < minShare <= toShare (from 0 inclusive for the first).",
  simpleResolvers: true,
})
export class SensitivityStepType {
  @Field(() => ShareScalar, { description: "Where the range begins; itself not in it, but for 0 in the first." })
  readonly fromShare!: number;

  @Field(() => ShareScalar, { description: "Where the range ends; itself in it." })
  readonly toShare!: number;

  @Field(() => Int, { description: "How many authorities span in this range." })
  readonly count!: number;

  @Field(() => [AuthorityType], { description: "The authorities that no longer span beyond toShare, by code." })
  readonly leaving!: readonly AuthorityType[];
}
