import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { measures } from "../../analysis/ratings/rating-of-footprint.js";
import { citation } from "../../analysis/text/citation.js";
import type { EditionEntry } from "../context.js";
import { CoterminosityVerdictEnum, TierEnum } from "./enums.js";
import { ShareScalar } from "./scalars.js";

@ObjectType("Edition", { description: "A dated set of boundaries that belong together.", simpleResolvers: true })
export class EditionType {
  constructor(readonly entry: EditionEntry) {}

  @Field(() => ID, { description: "Its id in arguments and URLs, such as stp-2017." })
  get id() {
    return this.entry.facts.edition.id;
  }

  @Field(() => String, { description: "Its title." })
  get title() {
    return this.entry.facts.edition.title;
  }

  @Field(() => String, { description: "The date on which these boundaries were in force, YYYY-MM-DD." })
  get date() {
    return this.entry.facts.edition.date;
  }

  @Field(() => String, { description: "What a footprint is called in this edition, in the singular." })
  get footprintKind() {
    return this.entry.facts.edition.footprintKind;
  }

  @Field(() => String, {
    description: "What an authority is called in this edition, in the singular, such as council or police force.",
  })
  get authorityKind() {
    return this.entry.facts.edition.authorityKind;
  }

  @Field(() => [TierEnum], {
    description:
      "Its tiers, UPPER before LOWER. A query for another tier is rejected; a query without a tier uses the first.",
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
      "Bounding box of all its footprints and authorities: west, south, east, north in degrees, WGS 84. West is larger than east when the box crosses the antimeridian.",
  })
  get bbox() {
    return this.entry.bbox;
  }

  @Field(() => [String], {
    description: "The measures that its footprints were rated on, overall first; empty for an edition without ratings.",
  })
  get ratingMeasures() {
    return measures(this.entry.facts);
  }

  @Field(() => Int, { description: "Number of claims about its areas; see claims." })
  get claimCount() {
    return this.entry.facts.claims.length;
  }

  @Field(() => String, {
    nullable: true,
    description: "Source and date of the population figures; null when the edition has no population data.",
  })
  get populationBasis() {
    const { facts } = this.entry;
    return facts.isPopulationKnown ? (facts.edition.populationBasis ?? "not stated") : null;
  }

  @Field(() => Float, {
    description:
      "Sliver tolerance, metres. An overlap no thicker than this is a sliver, unless it is more than half of either side.",
  })
  get sliverToleranceM() {
    return this.entry.facts.edition.sliverToleranceM;
  }

  @Field(() => String, {
    description: "Hash of the built data; it changes whenever a figure may have changed.",
  })
  get dataVersion() {
    return this.entry.dataVersion;
  }

  @Field(() => String, {
    description:
      "How to cite figures of this edition: title, dates, data version and the attributions that the licences require.",
  })
  get citation() {
    return citation(this.entry.facts.edition, this.entry.dataVersion);
  }

  @Field(() => [SourceType], {
    description: "Sources of the boundaries, population figures and ratings, with their licences.",
  })
  get sources() {
    return this.entry.facts.edition.sources;
  }

  @Field(() => [String], {
    description:
      "Notes on its data, such as how population was distributed and which boundaries were repaired. Often empty.",
  })
  get notes() {
    return this.entry.facts.edition.notes;
  }
}

/** Arguments of queries on one edition. */
@ArgsType()
export class EditionArgs {
  @Field(() => ID, {
    nullable: true,
    description: "The edition, such as stp-2017; the default edition when omitted.",
  })
  readonly edition!: string | null;
}

@ObjectType("Source", { description: "A source of an edition's data.", simpleResolvers: true })
class SourceType {
  @Field(() => String, { description: "Title of the publication." })
  readonly title!: string;

  @Field(() => String, { description: "The publisher." })
  readonly publisher!: string;

  @Field(() => String, { description: "The licence." })
  readonly licence!: string;

  @Field(() => String, { nullable: true, description: "URL of the publication; null when there is none." })
  readonly url!: string | null;

  @Field(() => String, { description: "The attribution that the licence requires to be shown with the data." })
  readonly attribution!: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the source file, hexadecimal; null for data collected by hand.",
  })
  readonly sha256!: string | null;
}

@ObjectType("VerdictCount", { description: "Number of footprints with a verdict.", simpleResolvers: true })
class VerdictCountType {
  @Field(() => CoterminosityVerdictEnum, { description: "The verdict." })
  readonly verdict!: keyof typeof CoterminosityVerdictEnum;

  @Field(() => Int, { description: "Number of footprints." })
  readonly count!: number;
}

@ObjectType("PartitionAgreement", {
  description:
    "The footprints and the authorities of a tier compared as two partitions of one country: V-measure with natural logarithms (Rosenberg and Hirschberg 2007).",
  simpleResolvers: true,
})
export class PartitionAgreementType {
  @Field(() => ShareScalar, { description: "Homogeneity: 1 when every authority lies in one footprint." })
  readonly footprintGivenAuthority!: number;

  @Field(() => ShareScalar, { description: "Completeness: 1 when every footprint lies in one authority." })
  readonly authorityGivenFootprint!: number;

  @Field(() => ShareScalar, { description: "Harmonic mean of homogeneity and completeness." })
  readonly vMeasure!: number;

  @Field(() => [VerdictCountType], { description: "Number of footprints with each verdict." })
  readonly verdictCounts!: readonly VerdictCountType[];

  @Field(() => Int, {
    description: "Number of authorities of the tier with real overlaps with two or more footprints.",
  })
  readonly spanningCount!: number;
}

@ObjectType("QualityCheck", {
  description: "A check that the build made of its own figures.",
  simpleResolvers: true,
})
class QualityCheckType {
  @Field(() => String, { description: "What the check covers." })
  readonly name!: string;

  @Field(() => Boolean, { description: "Whether the check passed." })
  readonly passed!: boolean;

  @Field(() => String, { description: "The result in a sentence with figures." })
  readonly detail!: string;
}

@ObjectType("DataQuality", {
  description: "How consistent an edition's figures are.",
  simpleResolvers: true,
})
export class DataQualityType {
  @Field(() => ShareScalar, {
    description: "Largest difference between a whole and the sum of its overlaps, as a share of the whole.",
  })
  readonly worstResidual!: number;

  @Field(() => [QualityCheckType], { description: "All checks." })
  readonly checks!: readonly QualityCheckType[];
}
