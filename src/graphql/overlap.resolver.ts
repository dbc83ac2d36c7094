import { Arg, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "type-graphql";
import { share } from "../analysis/share.js";
import { isSliver } from "../analysis/sliver.js";
import { amountBy, type Weight } from "../analysis/weight.js";
import type { Tier } from "../model/area.js";
import type { Boundary, Detail } from "../model/boundary.js";
import { parseAuthorityCode, parseFootprintCode } from "../model/code.js";
import { checkedTolerance, orDefault } from "./arguments.js";
import { AuthorityType } from "./authority.type.js";
import { type Connection, connection } from "./connection.js";
import { OverlapConnectionType } from "./connections.type.js";
import { DetailEnum, TierEnum, WeightEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { GeoJSONGeometryScalar } from "./geojson-geometry.scalar.js";
import { OverlapType } from "./overlap.type.js";
import { ShareScalar } from "./share.scalar.js";
import { type Context, editionNamed } from "./world.js";

@Resolver(() => OverlapType)
export class OverlapResolver {
  @Query(() => OverlapConnectionType, {
    description:
      "Every pair of a footprint and a council that share land or people, by footprint code and then council code.",
  })
  overlaps(
    @Arg("edition", () => ID, { nullable: true, description: "The default edition when left out." }) edition:
      | string
      | null,
    @Arg("tier", () => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The councils that count." })
    tier: Tier | null,
    @Arg("footprint", () => ID, { nullable: true, description: "Only those of this footprint, by code." }) footprint:
      | string
      | null,
    @Arg("authority", () => ID, { nullable: true, description: "Only those of this council, by code." }) authority:
      | string
      | null,
    @Arg("minShare", () => ShareScalar, {
      nullable: true,
      defaultValue: 0,
      description: "Least share of the council, by weight.",
    })
    minShare: number | null,
    @Arg("weight", () => WeightEnum, {
      nullable: true,
      defaultValue: "POPULATION",
      description: "What minShare is a share of.",
    })
    weight: Weight | null,
    @Arg("includeSlivers", () => Boolean, { nullable: true, defaultValue: false, description: "Whether slivers too." })
    includeSlivers: boolean | null,
    @Arg("sliverToleranceM", () => Float, { nullable: true, description: "Metres; the edition's own when left out." })
    sliverToleranceM: number | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 500, description: "How many at most, up to 500." })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on from." }) after: string | null,
    @Ctx() context: Context,
  ): Connection<OverlapType> {
    const world = editionNamed(context.world, edition);
    const { facts } = world;
    const forms = facts.edition.codeForms;
    const footprintCode = footprint === null || footprint === undefined ? null : parseFootprintCode(footprint, forms);
    const authorityCode = authority === null || authority === undefined ? null : parseAuthorityCode(authority, forms);
    const toleranceM = checkedTolerance(sliverToleranceM);
    const least = orDefault(minShare, 0);
    const amountOf = least > 0 ? amountBy(orDefault(weight, "POPULATION"), facts) : null;
    const wanted = facts.overlaps.filter((overlap) => {
      if (!overlap.tiers.includes(orDefault(tier, "UPPER"))) return false;
      if (footprintCode !== null && overlap.footprintCode !== footprintCode) return false;
      if (authorityCode !== null && overlap.authorityCode !== authorityCode) return false;
      if (includeSlivers !== true && isSliver(overlap, facts, toleranceM)) return false;
      if (amountOf === null) return true;
      const whole = facts.authorityByCode.get(overlap.authorityCode);
      return whole !== undefined && (share(amountOf(overlap), amountOf(whole)) ?? -1) >= least;
    });
    const overlaps = wanted.map((overlap) => new OverlapType(overlap, world, toleranceM));
    return connection(overlaps, ({ record }) => `${record.footprintCode} ${record.authorityCode}`, { first, after });
  }

  @FieldResolver(() => FootprintType, { description: "The footprint." })
  footprint(@Root() { record, world }: OverlapType): FootprintType | null {
    const footprint = world.facts.footprintByCode.get(record.footprintCode);
    return footprint === undefined ? null : new FootprintType(footprint, world);
  }

  @FieldResolver(() => AuthorityType, { description: "The council." })
  authority(@Root() { record, world }: OverlapType): AuthorityType | null {
    const authority = world.facts.authorityByCode.get(record.authorityCode);
    return authority === undefined ? null : new AuthorityType(authority, world);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, { description: "The land that both hold." })
  async boundary(
    @Root() { record, world }: OverlapType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "How closely drawn." })
    detail: Detail | null,
    @Ctx() { shapes }: Context,
  ): Promise<Boundary | null> {
    const { footprintCode, authorityCode } = record;
    return shapes.overlap(world.facts.edition.id, footprintCode, authorityCode, orDefault(detail, "MEDIUM"));
  }
}
