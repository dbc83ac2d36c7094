import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { neighbours } from "../analysis/neighbours.js";
import { type Rating, ratingOfFootprint, ratingsOfFootprint } from "../analysis/rating-of-footprint.js";
import { realOverlaps } from "../analysis/real-overlaps.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Tier } from "../model/area.js";
import type { Leader } from "../model/reported.js";
import { orDefault } from "./arguments.js";
import { TierEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { FootprintPartType } from "./footprint-part.type.js";
import { LeaderType } from "./leader.type.js";
import { MemberType } from "./member.type.js";
import { NeighbourType } from "./neighbour.type.js";
import { OverlapType } from "./overlap.type.js";
import { RatingType } from "./rating.type.js";
import { METRES_PER_KM } from "./units.js";
import type { EditionWorld } from "./world.js";

/** What a footprint is linked to. */
@Resolver(() => FootprintType)
export class FootprintLinksResolver {
  @FieldResolver(() => [OverlapType], {
    description: "What it shares with the authorities of a tier, by authority code.",
  })
  overlaps(
    @Root() { record, world }: FootprintType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The authorities that count." })
    tier: Tier | null,
    @Arg("includeSlivers", () => Boolean, { nullable: true, defaultValue: false, description: "Whether slivers too." })
    includeSlivers: boolean | null,
  ): OverlapType[] {
    const meant = tierMeant(world.facts, tier);
    const all = (world.facts.overlapsByFootprint.get(record.code) ?? []).filter(({ tiers }) => tiers.includes(meant));
    const kept = includeSlivers === true ? all : realOverlaps(all, world.facts);
    return kept.map((overlap) => new OverlapType(overlap, world));
  }

  @FieldResolver(() => RatingType, {
    nullable: true,
    description: "Its rating on one measure; null for no such measure.",
  })
  rating(
    @Root() { record, world }: FootprintType,
    @Arg("measure", () => String, {
      nullable: true,
      defaultValue: "overall",
      description: "What was rated, such as overall or leadership.",
    })
    measure: string | null,
  ): RatingType | null {
    const rating = ratingOfFootprint(record.code, world.facts, orDefault(measure, "overall"));
    return rating === null ? null : withScheme(rating, world);
  }

  @FieldResolver(() => [RatingType], { description: "Its ratings on every measure, overall first." })
  ratings(@Root() { record, world }: FootprintType): RatingType[] {
    return ratingsOfFootprint(record.code, world.facts).map((rating) => withScheme(rating, world));
  }

  @FieldResolver(() => [MemberType], { description: "Its members, by code." })
  members(@Root() { record, world }: FootprintType): MemberType[] {
    const members = world.facts.members.filter(({ footprintCode }) => footprintCode === record.code);
    return members.map((member) => new MemberType(member, world));
  }

  @FieldResolver(() => [FootprintPartType], { description: "The parts it divided itself into; known for some only." })
  parts(@Root() { record, world }: FootprintType): FootprintPartType[] {
    const parts = world.facts.parts.filter(({ footprintCode }) => footprintCode === record.code);
    return parts.map(({ name, memberCodes, source }) => {
      const members = memberCodes.flatMap((code) => world.facts.memberByCode.get(code) ?? []);
      return { name, source, members: members.map((member) => new MemberType(member, world)) };
    });
  }

  @FieldResolver(() => [LeaderType], { description: "Who led it; known for some only." })
  leaders(@Root() { record, world }: FootprintType): Leader[] {
    return world.facts.leaders.filter(({ footprintCode }) => footprintCode === record.code);
  }

  @FieldResolver(() => [NeighbourType], { description: "The footprints it borders on, longest shared border first." })
  neighbours(@Root() { record, world }: FootprintType): NeighbourType[] {
    return neighbours(record.code, world.facts).map(({ footprint, lengthM }) => ({
      footprint: new FootprintType(footprint, world),
      sharedBorderKm: lengthM / METRES_PER_KM,
    }));
  }
}

function withScheme(rating: Rating, { facts }: EditionWorld): RatingType {
  const { ratingScheme, title, date } = facts.edition;
  return { ...rating, scheme: ratingScheme?.title ?? title, date: ratingScheme?.date ?? date };
}
