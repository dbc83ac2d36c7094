import { Field, Float, ObjectType } from "type-graphql";
import { FootprintType } from "./footprint.type.js";

@ObjectType("Neighbour", { description: "A footprint that borders on this one.", simpleResolvers: true })
export class NeighbourType {
  @Field(() => FootprintType, { description: "The footprint on the other side." })
  readonly footprint!: FootprintType;

  @Field(() => Float, {
    description: "Length of the shared border on the ellipsoid, kilometres, as drawn at full detail.",
  })
  readonly sharedBorderKm!: number;
}
