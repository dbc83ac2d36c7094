import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { coterminosity } from "../analysis/coterminosity.js";
import { type CoterminosityVerdict, coterminosityVerdict } from "../analysis/coterminosity-verdict.js";
import { ratingOfFootprint } from "../analysis/rating-of-footprint.js";
import type { Tier } from "../model/area.js";
import type { Boundary, Detail } from "../model/boundary.js";
import { parseFootprintCode } from "../model/code.js";
import { orDefault } from "./arguments.js";
import { type Connection, connection } from "./connection.js";
import { FootprintConnectionType } from "./connections.type.js";
import { CoterminosityType } from "./coterminosity.type.js";
import { EditionType } from "./edition.type.js";
import { CoterminosityVerdictEnum, DetailEnum, TierEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { GeoJSONGeometryScalar } from "./geojson-geometry.scalar.js";
import { boundaryOf } from "./shapes.js";
import { type Context, editionNamed } from "./world.js";

@Resolver(() => FootprintType)
export class FootprintResolver {
  @Query(() => FootprintType, {
    nullable: true,
    description: "A footprint by its code; null when there is none of that code. To look one up by name, ask search.",
  })
  footprint(
    @Arg("code", () => ID, { description: "GSS code, such as E54000048." }) code: string,
    @Arg("edition", () => ID, { nullable: true, description: "The default edition when left out." }) edition:
      | string
      | null,
    @Ctx() context: Context,
  ): FootprintType | null {
    const world = editionNamed(context.world, edition);
    const footprint = world.facts.footprintByCode.get(parseFootprintCode(code, world.facts.edition.codeForms));
    return footprint === undefined ? null : new FootprintType(footprint, world);
  }

  @Query(() => FootprintConnectionType, { description: "The footprints of an edition, by code." })
  footprints(
    @Arg("edition", () => ID, { nullable: true, description: "The default edition when left out." }) edition:
      | string
      | null,
    @Arg("verdict", () => CoterminosityVerdictEnum, { nullable: true, description: "Only those with this verdict." })
    verdict: CoterminosityVerdict | null,
    @Arg("tier", () => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The tier the verdict is on." })
    tier: Tier | null,
    @Arg("rating", () => String, {
      nullable: true,
      description: "Only those sourced to have this overall rating: OUTSTANDING.",
    })
    rating: string | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 500, description: "How many at most, up to 500." })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on from." }) after: string | null,
    @Ctx() context: Context,
  ): Connection<FootprintType> {
    const world = editionNamed(context.world, edition);
    const wanted = world.facts.footprints.filter(
      ({ code }) =>
        isGiven(verdict, () => coterminosityVerdict(code, world.facts, { tier: orDefault(tier, "UPPER") })) &&
        isGiven(rating, () => ratingOfFootprint(code, world.facts)?.value ?? null),
    );
    const footprints = wanted.map((footprint) => new FootprintType(footprint, world));
    return connection(footprints, ({ code }) => code, { first, after });
  }

  @FieldResolver(() => EditionType, { description: "The edition it belongs to." })
  edition(@Root() { world }: FootprintType): EditionType {
    return new EditionType(world);
  }

  @FieldResolver(() => CoterminosityType, {
    description: "How its boundary stands to those of the councils of a tier.",
  })
  coterminosity(
    @Root() { record, world }: FootprintType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The councils to judge it against." })
    tier: Tier,
  ): CoterminosityType {
    return new CoterminosityType(record.code, coterminosity(record, world.facts, { tier }), world);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, { description: "Its boundary." })
  boundary(
    @Root() { record, world }: FootprintType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "How closely drawn." })
    detail: Detail | null,
    @Ctx() { shapes }: Context,
  ): Promise<Boundary> {
    return boundaryOf(shapes, world, { layer: "footprints", code: record.code, detail: orDefault(detail, "MEDIUM") });
  }
}

function isGiven<Value>(wanted: Value | null | undefined, actual: () => Value | null): boolean {
  return wanted === null || wanted === undefined || wanted === actual();
}
