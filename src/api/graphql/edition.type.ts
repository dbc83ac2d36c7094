import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { measures } from "../../analysis/ratings/rating-of-footprint.js";
import { citation } from "../../analysis/text/citation.js";
import type { EditionEntry } from "../context.js";
import { CoterminosityVerdictEnum, TierEnum } from "./enums.js";
import { ShareScalar } from "./scalars.js";

@ObjectType("Edition", { description: "One dated set of boundaries that belong together.", simpleResolvers: true })
export class EditionType {
  constructor(readonly entry: EditionEntry) {}

  @Field(() => ID, { description: "Its name in arguments and addresses: stp-2017." })
  get id() {
    return this.entry.facts.edition.id;
  }

  @Field(() => String, { description: "What it is, for a reader." })
  get title() {
    return this.entry.facts.edition.title;
  }

  @Field(() => String, { description: "The day the boundaries stood so, YYYY-MM-DD." })
  get date() {
    return this.entry.facts.edition.date;
  }

  @Field(() => String, { description: "What a footprint of this edition is called, in the singular." })
  get footprintKind() {
    return this.entry.facts.edition.footprintKind;
  }

  @Field(() => String, {
    description: "What an authority of this edition is called, in the singular: council, police force.",
  })
  get authorityKind() {
    return this.entry.facts.edition.authorityKind;
  }

  @Field(() => [TierEnum], {
    description:
      "The tiers that it has, UPPER before LOWER. Asking for another is refused; where no tier is asked for, the first is meant.",
  })
  get tiers() {
    return this.entry.facts.tiers;
  }

  @Field(() => String, { description: "What a member of a footprint is called in this edition, in the singular." })
  get memberKind() {
    return this.entry.facts.edition.memberKind;
  }

  @Field(() => [Float], {
    description:
      "West, south, east, north of the narrowest box round all its areas, degrees, WGS 84; west is larger than east where that runs over the antimeridian.",
  })
  get bbox() {
    return this.entry.bbox;
  }

  @Field(() => [String], {
    description: "What its footprints were rated on, overall first; empty for an edition without ratings.",
  })
  get ratingMeasures() {
    return measures(this.entry.facts);
  }

  @Field(() => Int, { description: "How many claims about its areas were collected; see claims." })
  get claimCount() {
    return this.entry.facts.claims.length;
  }

  @Field(() => String, {
    nullable: true,
    description: "What the numbers of people are and of when; null when this edition does not know people.",
  })
  get populationBasis() {
    const { facts } = this.entry;
    return facts.isPopulationKnown ? (facts.edition.populationBasis ?? "not stated") : null;
  }

  @Field(() => Float, {
    description: "Metres. An overlap no thicker than this is a sliver, unless it is more than half of either side.",
  })
  get sliverToleranceM() {
    return this.entry.facts.edition.sliverToleranceM;
  }

  @Field(() => String, {
    description: "A hash of everything that was built; it changes when any figure may have changed.",
  })
  get dataVersion() {
    return this.entry.dataVersion;
  }

  @Field(() => String, {
    description:
      "How to cite figures of this edition: title, dates, data version, and what the sources' licences ask for.",
  })
  get citation() {
    return citation(this.entry.facts.edition, this.entry.dataVersion);
  }

  @Field(() => [SourceType], {
    description: "Where the boundaries, people and ratings come from, with their licences.",
  })
  get sources() {
    return this.entry.facts.edition.sources;
  }

  @Field(() => [String], {
    description: "What every reader should know of it: how people were spread, what was mended. Often empty.",
  })
  get notes() {
    return this.entry.facts.edition.notes;
  }
}

/** Arguments of everything that is asked of one edition. */
@ArgsType()
export class EditionArgs {
  @Field(() => ID, {
    nullable: true,
    description: "The edition asked about, such as stp-2017; the default edition when left out.",
  })
  readonly edition!: string | null;
}

@ObjectType("Source", { description: "Where part of an edition comes from.", simpleResolvers: true })
export class SourceType {
  @Field(() => String, { description: "What was published." })
  readonly title!: string;

  @Field(() => String, { description: "Who published it." })
  readonly publisher!: string;

  @Field(() => String, { description: "Under what licence." })
  readonly licence!: string;

  @Field(() => String, { nullable: true, description: "The publisher's page; null when there is none." })
  readonly url!: string | null;

  @Field(() => String, { description: "The sentence that the licence asks to be shown with the data." })
  readonly attribution!: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the file that was read, hexadecimal; null for what was collected by hand.",
  })
  readonly sha256!: string | null;
}

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
