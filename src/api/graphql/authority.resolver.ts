import type { Boundary } from "@coterminous/overlap";
import { BadInputError } from "@coterminous/overlap";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { filterAuthorities } from "../../analysis/filter-areas.js";
import { realOverlaps, realOverlapsOfAuthority } from "../../analysis/filter-overlaps.js";
import { mainFootprint } from "../../analysis/spanning/main-footprint.js";
import type { Weight } from "../../analysis/weight.js";
import { parseAuthorityCode } from "../../model/code.js";
import type { Detail } from "../../model/layer.js";
import { type Context, resolveEdition } from "../context.js";
import { AuthoritiesArgs } from "./authority.args.js";
import { AuthorityType } from "./authority.type.js";
import { type Connection, connection } from "./connection.js";
import { AuthorityConnectionType } from "./connections.type.js";
import { EditionArgs, EditionType } from "./edition.type.js";
import { DetailEnum, WeightEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { OverlapType } from "./overlap.type.js";
import { resolveBoundary } from "./resolve-boundary.js";
import { GeoJSONGeometryScalar } from "./scalars.js";

@Resolver(() => AuthorityType)
export class AuthorityResolver {
  @Query(() => AuthorityType, {
    nullable: true,
    description: "An authority by its code; null when the code is unknown. To find one by name, use search.",
  })
  authority(
    @Arg("code", () => ID, { description: "The authority's code, such as E10000023." }) code: string,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): AuthorityType | null {
    const entry = resolveEdition(context.catalog, edition);
    const { codeForms, authorityKind } = entry.facts.edition;
    const authority = entry.facts.authorityByCode.get(parseAuthorityCode(code, codeForms, authorityKind));
    return authority === undefined ? null : new AuthorityType(authority, entry);
  }

  @Query(() => AuthorityConnectionType, { description: "The authorities of a tier, by code." })
  authorities(@Args(() => AuthoritiesArgs) args: AuthoritiesArgs, @Ctx() context: Context): Connection<AuthorityType> {
    const entry = resolveEdition(context.catalog, args.edition);
    const nodes = filterAuthorities(entry.facts, args.filter(entry.facts)).map(
      (authority) => new AuthorityType(authority, entry),
    );
    return connection(nodes, ({ code }) => code, args);
  }

  @FieldResolver(() => EditionType, { description: "The edition it belongs to." })
  edition(@Root() { entry }: AuthorityType): EditionType {
    return new EditionType(entry);
  }

  @FieldResolver(() => [OverlapType], { description: "Its overlaps with footprints, by footprint code." })
  overlaps(
    @Root() { record, entry }: AuthorityType,
    @Arg("includeSlivers", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "Whether to include slivers.",
    })
    includeSlivers: boolean | null,
  ): OverlapType[] {
    const all = entry.facts.overlapsByAuthority.get(record.code) ?? [];
    const selected = includeSlivers === true ? all : realOverlaps(all, entry.facts);
    return selected.map((overlap) => new OverlapType(overlap, entry));
  }

  @FieldResolver(() => Int, {
    description: "Number of footprints that it has a real overlap with; slivers do not count.",
  })
  footprintCount(@Root() { record, entry }: AuthorityType): number {
    return realOverlapsOfAuthority(record.code, entry.facts).length;
  }

  @FieldResolver(() => FootprintType, {
    description: "The footprint with the largest share of it; ties go to the larger area, then the lower code.",
  })
  mainFootprint(
    @Root() { record, entry }: AuthorityType,
    @Arg("weight", () => WeightEnum, {
      nullable: true,
      defaultValue: "POPULATION",
      description: "Whether the share is of residents or of land.",
    })
    weight: Weight | null,
  ): FootprintType {
    const main = mainFootprint(record.code, entry.facts, { weight: weight ?? "POPULATION" });
    const footprint = main === null ? undefined : entry.facts.footprintByCode.get(main.footprintCode);
    if (footprint === undefined)
      throw new BadInputError(`${record.code} ${record.name} lies in no footprint of this edition`);
    return new FootprintType(footprint, entry);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, { description: "Its boundary." })
  boundary(
    @Root() { record, entry }: AuthorityType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "Level of detail." })
    detail: Detail | null,
    @Ctx() { boundaries }: Context,
  ): Promise<Boundary> {
    const layer = record.tiers.includes("UPPER") ? "upper_tier" : "lower_tier";
    return resolveBoundary(boundaries, entry, { layer, code: record.code, detail: detail ?? "MEDIUM" });
  }
}
