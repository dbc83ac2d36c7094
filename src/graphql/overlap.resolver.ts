import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { filteredOverlaps } from "../analysis/filtered-overlaps.js";
import type { Boundary } from "../model/boundary.js";
import type { Detail } from "../model/layer.js";
import { overlapId } from "../model/topology.js";
import { orDefault } from "./arguments.js";
import { AuthorityType } from "./authority.type.js";
import { type Connection, connection } from "./connection.js";
import { OverlapConnectionType } from "./connections.type.js";
import { DetailEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { GeoJSONGeometryScalar } from "./geojson-geometry.scalar.js";
import { OverlapType } from "./overlap.type.js";
import { OverlapsArgs } from "./overlaps.args.js";
import { type Context, editionNamed } from "./world.js";

const NO_LAND: Boundary = { type: "MultiPolygon", coordinates: [] };

@Resolver(() => OverlapType)
export class OverlapResolver {
  @Query(() => OverlapConnectionType, {
    description:
      "Every pair of a footprint and an authority that share land or people, by footprint code and then authority code.",
  })
  overlaps(@Args(() => OverlapsArgs) args: OverlapsArgs, @Ctx() context: Context): Connection<OverlapType> {
    const world = editionNamed(context.world, args.edition);
    const filter = args.filter(world.facts);
    const overlaps = filteredOverlaps(world.facts, filter);
    const nodes = overlaps.map((overlap) => new OverlapType(overlap, world, filter.toleranceM));
    return connection(nodes, ({ record }) => overlapId(record.footprintCode, record.authorityCode), args);
  }

  @FieldResolver(() => FootprintType, { description: "The footprint." })
  footprint(@Root() { record, world }: OverlapType): FootprintType | null {
    const footprint = world.facts.footprintByCode.get(record.footprintCode);
    return footprint === undefined ? null : new FootprintType(footprint, world);
  }

  @FieldResolver(() => AuthorityType, { description: "The authority." })
  authority(@Root() { record, world }: OverlapType): AuthorityType | null {
    const authority = world.facts.authorityByCode.get(record.authorityCode);
    return authority === undefined ? null : new AuthorityType(authority, world);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, {
    description:
      "The land that both hold; a MultiPolygon without polygons where they share people and no land, as blocks of another date may have it.",
  })
  async boundary(
    @Root() { record, world }: OverlapType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "How closely drawn." })
    detail: Detail | null,
    @Ctx() { shapes }: Context,
  ): Promise<Boundary | null> {
    const { footprintCode, authorityCode, areaM2 } = record;
    if (areaM2 === 0) return NO_LAND;
    return shapes.overlap(world.facts.edition.id, footprintCode, authorityCode, orDefault(detail, "MEDIUM"));
  }
}
