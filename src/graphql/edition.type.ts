import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { citation } from "../analysis/citation.js";
import { measures } from "../analysis/rating-of-footprint.js";
import { isPopulationKnown } from "../analysis/weight.js";
import { TierEnum } from "./enums.js";
import { SourceType } from "./source.type.js";
import type { EditionWorld } from "./world.js";

@ObjectType("Edition", { description: "One dated set of boundaries that belong together.", simpleResolvers: true })
export class EditionType {
  constructor(readonly world: EditionWorld) {}

  @Field(() => ID, { description: "Its name in arguments and addresses: stp-2017." })
  get id() {
    return this.world.facts.edition.id;
  }

  @Field(() => String, { description: "What it is, for a reader." })
  get title() {
    return this.world.facts.edition.title;
  }

  @Field(() => String, { description: "The day the boundaries stood so, YYYY-MM-DD." })
  get date() {
    return this.world.facts.edition.date;
  }

  @Field(() => String, { description: "What a footprint of this edition is called, in the singular." })
  get footprintKind() {
    return this.world.facts.edition.footprintKind;
  }

  @Field(() => String, {
    description: "What an authority of this edition is called, in the singular: council, police force.",
  })
  get authorityKind() {
    return this.world.facts.edition.authorityKind;
  }

  @Field(() => [TierEnum], {
    description:
      "The tiers that it has, UPPER before LOWER. Asking for another is refused; where no tier is asked for, the first is meant.",
  })
  get tiers() {
    return this.world.facts.tiers;
  }

  @Field(() => String, { description: "What a member of a footprint is called in this edition, in the singular." })
  get memberKind() {
    return this.world.facts.edition.memberKind;
  }

  @Field(() => [Float], {
    description:
      "West, south, east, north of the narrowest box round all its areas, degrees, WGS 84; west is larger than east where that runs over the antimeridian.",
  })
  get bbox() {
    return this.world.bbox;
  }

  @Field(() => [String], {
    description: "What its footprints were rated on, overall first; empty for an edition without ratings.",
  })
  get ratingMeasures() {
    return measures(this.world.facts);
  }

  @Field(() => Int, { description: "How many claims about its areas were collected; see claims." })
  get claimCount() {
    return this.world.facts.claims.length;
  }

  @Field(() => String, {
    nullable: true,
    description: "What the numbers of people are and of when; null when this edition does not know people.",
  })
  get populationBasis() {
    const { facts } = this.world;
    return isPopulationKnown(facts) ? (facts.edition.populationBasis ?? "not stated") : null;
  }

  @Field(() => Float, {
    description: "Metres. An overlap no thicker than this is a sliver, unless it is more than half of either side.",
  })
  get sliverToleranceM() {
    return this.world.facts.edition.sliverToleranceM;
  }

  @Field(() => String, {
    description: "A hash of everything that was built; it changes when any figure may have changed.",
  })
  get dataVersion() {
    return this.world.dataVersion;
  }

  @Field(() => String, {
    description:
      "How to cite figures of this edition: title, dates, data version, and what the sources' licences ask for.",
  })
  get citation() {
    return citation(this.world.facts.edition, this.world.dataVersion);
  }

  @Field(() => [SourceType], {
    description: "Where the boundaries, people and ratings come from, with their licences.",
  })
  get sources() {
    return this.world.facts.edition.sources;
  }

  @Field(() => [String], {
    description: "What every reader should know of it: how people were spread, what was mended. Often empty.",
  })
  get notes() {
    return this.world.facts.edition.notes;
  }
}
