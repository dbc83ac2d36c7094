import { Field, ObjectType } from "type-graphql";
import { ShareScalar } from "./share.scalar.js";

@ObjectType("QualityCheck", {
  description: "One thing that the build checked of its own figures.",
  simpleResolvers: true,
})
export class QualityCheckType {
  @Field(() => String, { description: "What was checked." })
  readonly name!: string;

  @Field(() => Boolean, { description: "Whether it came out as it should." })
  readonly passed!: boolean;

  @Field(() => String, { description: "What was found, in a sentence with figures." })
  readonly detail!: string;
}

@ObjectType("DataQuality", {
  description: "How far an edition's figures agree with each other.",
  simpleResolvers: true,
})
export class DataQualityType {
  @Field(() => ShareScalar, {
    description: "Largest difference between a whole and the sum of its overlaps, as a share of the whole.",
  })
  readonly worstResidual!: number;

  @Field(() => [QualityCheckType], { description: "Everything that was checked." })
  readonly checks!: readonly QualityCheckType[];
}
