import type { Boundary } from "@coterminous/overlap";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { coterminosity } from "../../analysis/coterminosity/coterminosity.js";
import { filterFootprints } from "../../analysis/filter-areas.js";
import { realOverlaps } from "../../analysis/filter-overlaps.js";
import { neighbours } from "../../analysis/neighbours.js";
import { type Rating, ratingOfFootprint, ratingsOfFootprint } from "../../analysis/ratings/rating-of-footprint.js";
import { resolveTier } from "../../analysis/resolve.js";
import type { Tier } from "../../model/area.js";
import type { Leader } from "../../model/claims.js";
import { parseFootprintCode } from "../../model/code.js";
import type { Detail } from "../../model/layer.js";
import { type Context, type EditionEntry, resolveEdition } from "../context.js";
import { type Connection, connection } from "./connection.js";
import { FootprintConnectionType } from "./connections.type.js";
import { CoterminosityType } from "./coterminosity.resolver.js";
import { EditionArgs, EditionType } from "./edition.type.js";
import { DetailEnum, TierEnum } from "./enums.js";
import {
  FootprintPartType,
  FootprintsArgs,
  FootprintType,
  LeaderType,
  MemberType,
  NeighbourType,
  RatingType,
} from "./footprint.type.js";
import { OverlapType } from "./overlap.type.js";
import { resolveBoundary } from "./resolve-boundary.js";
import { GeoJSONGeometryScalar, METRES_PER_KM } from "./scalars.js";

@Resolver(() => FootprintType)
export class FootprintResolver {
  @Query(() => FootprintType, {
    nullable: true,
    description: "A footprint by its code; null when the code is unknown. To find one by name, use search.",
  })
  footprint(
    @Arg("code", () => ID, { description: "The footprint's code, such as E54000048." }) code: string,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): FootprintType | null {
    const entry = resolveEdition(context.catalog, edition);
    const footprint = entry.facts.footprintByCode.get(parseFootprintCode(code, entry.facts.edition.codeForms));
    return footprint === undefined ? null : new FootprintType(footprint, entry);
  }

  @Query(() => FootprintConnectionType, { description: "The footprints of an edition, by code." })
  footprints(@Args(() => FootprintsArgs) args: FootprintsArgs, @Ctx() context: Context): Connection<FootprintType> {
    const entry = resolveEdition(context.catalog, args.edition);
    const nodes = filterFootprints(entry.facts, args.filter(entry.facts)).map(
      (footprint) => new FootprintType(footprint, entry),
    );
    return connection(nodes, ({ code }) => code, args);
  }

  @FieldResolver(() => EditionType, { description: "The edition it belongs to." })
  edition(@Root() { entry }: FootprintType): EditionType {
    return new EditionType(entry);
  }

  @FieldResolver(() => CoterminosityType, {
    description: "How its boundary compares with those of the authorities of a tier.",
  })
  coterminosity(
    @Root() { record, entry }: FootprintType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The authorities to compare it with." })
    tier: Tier | null,
  ): CoterminosityType {
    return new CoterminosityType(
      record.code,
      coterminosity(record, entry.facts, { tier: resolveTier(entry.facts, tier) }),
      entry,
    );
  }

  @FieldResolver(() => GeoJSONGeometryScalar, { description: "Its boundary." })
  boundary(
    @Root() { record, entry }: FootprintType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "Level of detail." })
    detail: Detail | null,
    @Ctx() { boundaries }: Context,
  ): Promise<Boundary> {
    return resolveBoundary(boundaries, entry, {
      layer: "footprints",
      code: record.code,
      detail: detail ?? "MEDIUM",
    });
  }

  @FieldResolver(() => [OverlapType], {
    description: "Its overlaps with the authorities of a tier, by authority code.",
  })
  overlaps(
    @Root() { record, entry }: FootprintType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The tier of authorities." })
    tier: Tier | null,
    @Arg("includeSlivers", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "Whether to include slivers.",
    })
    includeSlivers: boolean | null,
  ): OverlapType[] {
    const resolvedTier = resolveTier(entry.facts, tier);
    const all = (entry.facts.overlapsByFootprint.get(record.code) ?? []).filter(({ tiers }) =>
      tiers.includes(resolvedTier),
    );
    const selected = includeSlivers === true ? all : realOverlaps(all, entry.facts);
    return selected.map((overlap) => new OverlapType(overlap, entry));
  }

  @FieldResolver(() => RatingType, {
    nullable: true,
    description: "Its rating on one measure; null for an unknown measure.",
  })
  rating(
    @Root() { record, entry }: FootprintType,
    @Arg("measure", () => String, {
      nullable: true,
      defaultValue: "overall",
      description: "The measure, such as overall or leadership.",
    })
    measure: string | null,
  ): RatingType | null {
    const rating = ratingOfFootprint(record.code, entry.facts, measure ?? "overall");
    return rating === null ? null : withScheme(rating, entry);
  }

  @FieldResolver(() => [RatingType], { description: "Its ratings on every measure, overall first." })
  ratings(@Root() { record, entry }: FootprintType): RatingType[] {
    return ratingsOfFootprint(record.code, entry.facts).map((rating) => withScheme(rating, entry));
  }

  @FieldResolver(() => [MemberType], { description: "Its members, by code." })
  members(@Root() { record, entry }: FootprintType): MemberType[] {
    const members = entry.facts.members.filter(({ footprintCode }) => footprintCode === record.code);
    return members.map((member) => new MemberType(member, entry));
  }

  @FieldResolver(() => [FootprintPartType], {
    description: "The parts it divided itself into; known for some footprints only.",
  })
  parts(@Root() { record, entry }: FootprintType): FootprintPartType[] {
    const parts = entry.facts.parts.filter(({ footprintCode }) => footprintCode === record.code);
    return parts.map(({ name, memberCodes, source }) => {
      const members = memberCodes.flatMap((code) => entry.facts.memberByCode.get(code) ?? []);
      return { name, source, members: members.map((member) => new MemberType(member, entry)) };
    });
  }

  @FieldResolver(() => [LeaderType], { description: "The people who led it; known for some footprints only." })
  leaders(@Root() { record, entry }: FootprintType): Leader[] {
    return entry.facts.leaders.filter(({ footprintCode }) => footprintCode === record.code);
  }

  @FieldResolver(() => [NeighbourType], {
    description: "The footprints it shares a border with, longest border first.",
  })
  neighbours(@Root() { record, entry }: FootprintType): NeighbourType[] {
    return neighbours(record.code, entry.facts).map(({ footprint, lengthM }) => ({
      footprint: new FootprintType(footprint, entry),
      sharedBorderKm: lengthM / METRES_PER_KM,
    }));
  }
}

function withScheme(rating: Rating, { facts }: EditionEntry): RatingType {
  const { ratingScheme, title, date } = facts.edition;
  return { ...rating, scheme: ratingScheme?.title ?? title, date: ratingScheme?.date ?? date };
}
