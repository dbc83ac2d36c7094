import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { CoterminosityVerdict } from "../../analysis/coterminosity/coterminosity-verdict.js";
import type { FootprintFilter } from "../../analysis/filter-areas.js";
import { resolveTier } from "../../analysis/resolve.js";
import type { Footprint, Member, Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { EditionEntry } from "../context.js";
import { ListArgs } from "./connection.js";
import { CoterminosityVerdictEnum, RatingStatusEnum, TierEnum } from "./enums.js";
import { SQUARE_METRES_PER_KM2 } from "./scalars.js";

@ObjectType("Footprint", {
  description:
    "One of the areas compared with authorities: a sustainability and transformation partnership in 2017, an integrated care board in 2024, or what footprintKind says.",
  simpleResolvers: true,
})
export class FootprintType {
  constructor(
    readonly record: Footprint,
    readonly entry: EditionEntry,
  ) {}

  @Field(() => ID, {
    description:
      "Its code, unique among the footprints of its edition; another edition may use the same code for another area. A GSS code in the shipped editions.",
  })
  get code() {
    return this.record.code;
  }

  @Field(() => String, { nullable: true, description: "NHS organisation (ODS) code; null when unknown." })
  get odsCode() {
    return this.record.odsCode;
  }

  @Field(() => String, { description: "Name as published." })
  get name() {
    return this.record.name;
  }

  @Field(() => [String], { description: "Other names in use." })
  get aliases() {
    return this.record.aliases;
  }

  @Field(() => Float, { description: "Area to the coastline, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, { nullable: true, description: "Residents; null when the edition has no population data." })
  get population() {
    return this.record.population;
  }

  @Field(() => [Float], { description: "Bounding box: west, south, east, north in degrees, WGS 84." })
  get bbox() {
    return this.record.bbox;
  }

  @Field(() => [Float], {
    description: "Label point, well inside the boundary: longitude and latitude in degrees, WGS 84.",
  })
  get centre() {
    return this.record.centre;
  }
}

/** Arguments of footprints. */
@ArgsType()
export class FootprintsArgs extends ListArgs {
  @Field(() => CoterminosityVerdictEnum, {
    nullable: true,
    description: "Only footprints with this verdict; all when omitted.",
  })
  readonly verdict!: CoterminosityVerdict | null;

  @Field(() => TierEnum, {
    nullable: true,
    defaultValue: "UPPER",
    description: "The tier of authorities that the verdict refers to.",
  })
  readonly tier!: Tier | null;

  @Field(() => String, {
    nullable: true,
    description: "Only footprints with this sourced overall rating, such as OUTSTANDING; all when omitted.",
  })
  readonly rating!: string | null;

  filter(facts: IndexedFacts): FootprintFilter {
    return { tier: resolveTier(facts, this.tier), verdict: this.verdict, rating: this.rating };
  }
}

@ObjectType("Member", {
  description:
    "A part of a footprint: a clinical commissioning group in 2017, a sub-ICB location in 2024, or what memberKind says.",
  simpleResolvers: true,
})
export class MemberType {
  constructor(
    readonly record: Member,
    readonly entry: EditionEntry,
  ) {}

  @Field(() => ID, { description: "Its code, unique among the members of its edition." })
  get code() {
    return this.record.code;
  }

  @Field(() => String, { nullable: true, description: "NHS organisation (ODS) code; null when unknown." })
  get odsCode() {
    return this.record.odsCode;
  }

  @Field(() => String, { description: "Name as published." })
  get name() {
    return this.record.name;
  }

  @Field(() => Int, { nullable: true, description: "Residents; null when the edition has no population data." })
  get population() {
    return this.record.population;
  }
}

@ObjectType("FootprintPart", { description: "A part that a footprint divided itself into.", simpleResolvers: true })
export class FootprintPartType {
  @Field(() => String, { description: "Name of the part." })
  readonly name!: string;

  @Field(() => [MemberType], { description: "The members that make up the part." })
  readonly members!: readonly MemberType[];

  @Field(() => String, { description: "The source." })
  readonly source!: string;
}

@ObjectType("Neighbour", { description: "A footprint that shares a border with this one.", simpleResolvers: true })
export class NeighbourType {
  @Field(() => FootprintType, { description: "The footprint on the other side." })
  readonly footprint!: FootprintType;

  @Field(() => Float, {
    description: "Length of the shared border on the ellipsoid at full detail, kilometres.",
  })
  readonly sharedBorderKm!: number;
}

@ObjectType("Leader", {
  description: "A person who led a footprint. Known for some footprints only.",
  simpleResolvers: true,
})
export class LeaderType {
  @Field(() => String, { description: "Name of the person." })
  readonly name!: string;

  @Field(() => String, { description: "The organisation that the person came from." })
  readonly organisation!: string;

  @Field(() => String, { description: "COUNCIL or NHS." })
  readonly sector!: string;

  @Field(() => String, { description: "The source." })
  readonly source!: string;
}

@ObjectType("Rating", {
  description: "A footprint's rating on one measure, as far as sources give it.",
  simpleResolvers: true,
})
export class RatingType {
  @Field(() => String, { description: "The measure, such as overall or leadership." })
  readonly measure!: string;

  @Field(() => RatingStatusEnum, { description: "Whether a source gives the rating." })
  readonly status!: "SOURCED" | "NOT_SOURCED";

  @Field(() => String, { nullable: true, description: "The rating; null when not sourced." })
  readonly value!: string | null;

  @Field(() => [String], {
    description: "The values still possible, best first where the order is known; one entry when sourced.",
  })
  readonly possible!: readonly string[];

  @Field(() => [String], { description: "Every value of the measure, best first where the order is known." })
  readonly scale!: readonly string[];

  @Field(() => String, { description: "The rating scheme: who rated, and under what title." })
  readonly scheme!: string;

  @Field(() => String, {
    nullable: true,
    description: "Kind of source: PUBLISHED_LIST, PRESS or LOCAL_REPORT; null when not sourced.",
  })
  readonly confidence!: string | null;

  @Field(() => [String], { description: "The sources; empty when not sourced." })
  readonly sources!: readonly string[];

  @Field(() => String, { description: "Date of the rating, YYYY-MM-DD." })
  readonly date!: string;
}
