import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { AdHocOverlap } from "../analysis/ad-hoc-overlaps.js";
import { ShareScalar } from "./share.scalar.js";
import { SQUARE_METRES_PER_KM2 } from "./units.js";

@ObjectType("AdHocOverlap", {
  description: "What a polygon of your own shares with one area of a layer.",
  simpleResolvers: true,
})
export class AdHocOverlapType {
  constructor(private readonly overlap: AdHocOverlap) {}

  @Field(() => ID, { description: "Code of the area." })
  get code() {
    return this.overlap.code;
  }

  @Field(() => String, { description: "Name of the area, as published." })
  get name() {
    return this.overlap.name;
  }

  @Field(() => Float, { description: "Area shared, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.overlap.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of small areas whose points lie in both; null when the edition does not know people.",
  })
  get population() {
    return this.overlap.population;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of your polygon's area." })
  get shareOfGeometry() {
    return this.overlap.shareOfGeometry;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the area's own." })
  get shareOfArea() {
    return this.overlap.shareOfArea;
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description: "Residents of both as a share of the area's; null when people are not known or nobody lives there.",
  })
  get shareOfPopulation() {
    return this.overlap.shareOfPopulation;
  }

  @Field(() => Float, {
    description: "Thickness: diameter of the largest circle that fits in what both share, metres.",
  })
  get thicknessM() {
    return this.overlap.thicknessM;
  }

  @Field(() => Boolean, {
    description:
      "Whether it is no thicker than the tolerance and not more than half of either side: then it may be there only because the two were drawn separately.",
  })
  get isSliver() {
    return this.overlap.isSliver;
  }
}
