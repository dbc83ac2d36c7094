import { Field, Int, ObjectType } from "type-graphql";
import { AuthorityType } from "./authority.type.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./share.scalar.js";

@ObjectType("SpanningAuthority", {
  description: "An authority that lies in several footprints.",
  simpleResolvers: true,
})
export class SpanningAuthorityType {
  @Field(() => AuthorityType, { description: "The authority." })
  readonly authority!: AuthorityType;

  @Field(() => Int, { description: "How many of its overlaps count under the arguments." })
  readonly footprintCount!: number;

  @Field(() => [OverlapType], {
    description: "The overlaps that count under the arguments, largest first by the weight.",
  })
  readonly overlaps!: readonly OverlapType[];

  @Field(() => ShareScalar, {
    description: "Share of the authority, by the weight, outside its main footprint, over all real overlaps.",
  })
  readonly shareOutsideMain!: number;

  @Field(() => Boolean, { description: "Whether its main footprint by area is another than by people." })
  readonly mainDiffersByWeight!: boolean;
}
