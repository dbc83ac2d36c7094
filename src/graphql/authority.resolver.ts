import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { filteredAuthorities } from "../analysis/filtered-areas.js";
import { mainFootprint } from "../analysis/main-footprint.js";
import { realOverlaps, realOverlapsOfAuthority } from "../analysis/real-overlaps.js";
import type { Weight } from "../analysis/weight.js";
import { BadInputError } from "../model/bad-input-error.js";
import type { Boundary } from "../model/boundary.js";
import { parseAuthorityCode } from "../model/code.js";
import type { Detail } from "../model/layer.js";
import { orDefault } from "./arguments.js";
import { AuthoritiesArgs } from "./authorities.args.js";
import { AuthorityType } from "./authority.type.js";
import { type Connection, connection } from "./connection.js";
import { AuthorityConnectionType } from "./connections.type.js";
import { EditionArgs } from "./edition.args.js";
import { EditionType } from "./edition.type.js";
import { DetailEnum, WeightEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { GeoJSONGeometryScalar } from "./geojson-geometry.scalar.js";
import { OverlapType } from "./overlap.type.js";
import { boundaryOf } from "./shapes.js";
import { type Context, editionNamed } from "./world.js";

@Resolver(() => AuthorityType)
export class AuthorityResolver {
  @Query(() => AuthorityType, {
    nullable: true,
    description: "An authority by its code; null when there is none of that code. To look one up by name, ask search.",
  })
  authority(
    @Arg("code", () => ID, { description: "Its code, such as E10000023." }) code: string,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): AuthorityType | null {
    const world = editionNamed(context.world, edition);
    const { codeForms, authorityKind } = world.facts.edition;
    const authority = world.facts.authorityByCode.get(parseAuthorityCode(code, codeForms, authorityKind));
    return authority === undefined ? null : new AuthorityType(authority, world);
  }

  @Query(() => AuthorityConnectionType, { description: "The authorities of a tier, by code." })
  authorities(@Args(() => AuthoritiesArgs) args: AuthoritiesArgs, @Ctx() context: Context): Connection<AuthorityType> {
    const world = editionNamed(context.world, args.edition);
    const nodes = filteredAuthorities(world.facts, args.filter(world.facts)).map(
      (authority) => new AuthorityType(authority, world),
    );
    return connection(nodes, ({ code }) => code, args);
  }

  @FieldResolver(() => EditionType, { description: "The edition it belongs to." })
  edition(@Root() { world }: AuthorityType): EditionType {
    return new EditionType(world);
  }

  @FieldResolver(() => [OverlapType], { description: "What it shares with footprints, by footprint code." })
  overlaps(
    @Root() { record, world }: AuthorityType,
    @Arg("includeSlivers", () => Boolean, { nullable: true, defaultValue: false, description: "Whether slivers too." })
    includeSlivers: boolean | null,
  ): OverlapType[] {
    const all = world.facts.overlapsByAuthority.get(record.code) ?? [];
    const kept = includeSlivers === true ? all : realOverlaps(all, world.facts);
    return kept.map((overlap) => new OverlapType(overlap, world));
  }

  @FieldResolver(() => Int, { description: "How many footprints it really overlaps; slivers do not count." })
  footprintCount(@Root() { record, world }: AuthorityType): number {
    return realOverlapsOfAuthority(record.code, world.facts).length;
  }

  @FieldResolver(() => FootprintType, {
    description: "The footprint with the largest share of it; ties go to the larger area, then the lower code.",
  })
  mainFootprint(
    @Root() { record, world }: AuthorityType,
    @Arg("weight", () => WeightEnum, {
      nullable: true,
      defaultValue: "POPULATION",
      description: "What the share is of.",
    })
    weight: Weight | null,
  ): FootprintType {
    const main = mainFootprint(record.code, world.facts, { weight: orDefault(weight, "POPULATION") });
    const footprint = main === null ? undefined : world.facts.footprintByCode.get(main.footprintCode);
    if (footprint === undefined)
      throw new BadInputError(`${record.code} ${record.name} lies in no footprint of this edition`);
    return new FootprintType(footprint, world);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, { description: "Its boundary." })
  boundary(
    @Root() { record, world }: AuthorityType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "How closely drawn." })
    detail: Detail | null,
    @Ctx() { shapes }: Context,
  ): Promise<Boundary> {
    const layer = record.tiers.includes("UPPER") ? "upper_tier" : "lower_tier";
    return boundaryOf(shapes, world, { layer, code: record.code, detail: orDefault(detail, "MEDIUM") });
  }
}
