import { Field, Float, Int, ObjectType } from "type-graphql";
import {
  shareOfAuthorityArea,
  shareOfAuthorityPopulation,
  shareOfFootprintArea,
  shareOfFootprintPopulation,
} from "../analysis/overlap-shares.js";
import { isSliver, sliverReason } from "../analysis/sliver.js";
import type { Overlap } from "../model/overlap.js";
import { TierEnum } from "./enums.js";
import { ShareScalar } from "./share.scalar.js";
import { SQUARE_METRES_PER_KM2 } from "./units.js";
import type { EditionWorld } from "./world.js";

@ObjectType("Overlap", { description: "What one footprint and one authority share.", simpleResolvers: true })
export class OverlapType {
  constructor(
    readonly record: Overlap,
    readonly world: EditionWorld,
    /** Metres; what decides whether it is a sliver. */
    readonly toleranceM: number = world.facts.edition.sliverToleranceM,
  ) {}

  @Field(() => [TierEnum], { description: "The tiers that the authority belongs to." })
  get tiers() {
    return this.record.tiers;
  }

  @Field(() => Float, { description: "Area shared, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, { nullable: true, description: "Residents of both; null when the edition does not know people." })
  get population() {
    return this.record.population;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the footprint's area." })
  get shareOfFootprintArea() {
    return shareOfFootprintArea(this.record, this.world.facts);
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the authority's area." })
  get shareOfAuthorityArea() {
    return shareOfAuthorityArea(this.record, this.world.facts);
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "Residents of both as a share of the footprint's; null when people are not known or nobody lives there.",
  })
  get shareOfFootprintPopulation() {
    return shareOfFootprintPopulation(this.record, this.world.facts);
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "Residents of both as a share of the authority's; null when people are not known or nobody lives there.",
  })
  get shareOfAuthorityPopulation() {
    return shareOfAuthorityPopulation(this.record, this.world.facts);
  }

  @Field(() => Float, { description: "Thickness: diameter of the largest circle that fits in the overlap, metres." })
  get thicknessM() {
    return this.record.thicknessM;
  }

  @Field(() => Boolean, {
    description: "Whether it exists only because the two layers were drawn separately, by the tolerance in force.",
  })
  get isSliver() {
    return isSliver(this.record, this.world.facts, this.toleranceM);
  }

  @Field(() => String, { description: "Why it is a sliver or is not, in one sentence." })
  get sliverReason() {
    return sliverReason(this.record, this.world.facts, this.toleranceM);
  }
}
