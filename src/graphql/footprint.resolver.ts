import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { coterminosity } from "../analysis/coterminosity.js";
import { filteredFootprints } from "../analysis/filtered-areas.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Tier } from "../model/area.js";
import type { Boundary } from "../model/boundary.js";
import { parseFootprintCode } from "../model/code.js";
import type { Detail } from "../model/layer.js";
import { orDefault } from "./arguments.js";
import { type Connection, connection } from "./connection.js";
import { FootprintConnectionType } from "./connections.type.js";
import { CoterminosityType } from "./coterminosity.type.js";
import { EditionArgs } from "./edition.args.js";
import { EditionType } from "./edition.type.js";
import { DetailEnum, TierEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { FootprintsArgs } from "./footprints.args.js";
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
    @Arg("code", () => ID, { description: "Its code, such as E54000048." }) code: string,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): FootprintType | null {
    const world = editionNamed(context.world, edition);
    const footprint = world.facts.footprintByCode.get(parseFootprintCode(code, world.facts.edition.codeForms));
    return footprint === undefined ? null : new FootprintType(footprint, world);
  }

  @Query(() => FootprintConnectionType, { description: "The footprints of an edition, by code." })
  footprints(@Args(() => FootprintsArgs) args: FootprintsArgs, @Ctx() context: Context): Connection<FootprintType> {
    const world = editionNamed(context.world, args.edition);
    const nodes = filteredFootprints(world.facts, args.filter(world.facts)).map(
      (footprint) => new FootprintType(footprint, world),
    );
    return connection(nodes, ({ code }) => code, args);
  }

  @FieldResolver(() => EditionType, { description: "The edition it belongs to." })
  edition(@Root() { world }: FootprintType): EditionType {
    return new EditionType(world);
  }

  @FieldResolver(() => CoterminosityType, {
    description: "How its boundary stands to those of the authorities of a tier.",
  })
  coterminosity(
    @Root() { record, world }: FootprintType,
    @Arg("tier", () => TierEnum, { defaultValue: "UPPER", description: "The authorities to judge it against." })
    tier: Tier | null,
  ): CoterminosityType {
    return new CoterminosityType(
      record.code,
      coterminosity(record, world.facts, { tier: tierMeant(world.facts, tier) }),
      world,
    );
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
