import { Field, Int, ObjectType } from "type-graphql";
import { CoterminosityVerdictEnum } from "./enums.js";
import { ShareScalar } from "./share.scalar.js";

@ObjectType("VerdictCount", { description: "How many footprints have a verdict.", simpleResolvers: true })
export class VerdictCountType {
  @Field(() => CoterminosityVerdictEnum, { description: "The verdict." })
  readonly verdict!: keyof typeof CoterminosityVerdictEnum;

  @Field(() => Int, { description: "Number of footprints." })
  readonly count!: number;
}

@ObjectType("PartitionAgreement", {
  description:
    "Footprints and the authorities of a tier compared as two partitions of one country (Rosenberg and Hirschberg 2007, natural logarithms).",
  simpleResolvers: true,
})
export class PartitionAgreementType {
  @Field(() => ShareScalar, { description: "1 when every authority lies in one footprint." })
  readonly footprintGivenAuthority!: number;

  @Field(() => ShareScalar, { description: "1 when every footprint lies in one authority." })
  readonly authorityGivenFootprint!: number;

  @Field(() => ShareScalar, { description: "Harmonic mean of the two." })
  readonly vMeasure!: number;

  @Field(() => [VerdictCountType], { description: "How many footprints have each verdict." })
  readonly verdictCounts!: readonly VerdictCountType[];

  @Field(() => Int, { description: "How many authorities of the tier have real overlaps with two or more footprints." })
  readonly spanningCount!: number;
}
