import type { Boundary } from "@coterminous/overlap";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { filterOverlaps } from "../../analysis/filter-overlaps.js";
import type { Detail } from "../../model/layer.js";
import { overlapId } from "../../model/topology.js";
import { type Context, resolveEdition } from "../context.js";
import { AuthorityType } from "./authority.type.js";
import { type Connection, connection } from "./connection.js";
import { OverlapConnectionType } from "./connections.type.js";
import { DetailEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { OverlapsArgs, OverlapType } from "./overlap.type.js";
import { GeoJSONGeometryScalar } from "./scalars.js";

const NO_LAND: Boundary = { type: "MultiPolygon", coordinates: [] };

@Resolver(() => OverlapType)
export class OverlapResolver {
  @Query(() => OverlapConnectionType, {
    description:
      "Overlaps: pairs of a footprint and an authority that share land or residents, by footprint code, then authority code.",
  })
  overlaps(@Args(() => OverlapsArgs) args: OverlapsArgs, @Ctx() context: Context): Connection<OverlapType> {
    const entry = resolveEdition(context.catalog, args.edition);
    const filter = args.filter(entry.facts);
    const overlaps = filterOverlaps(entry.facts, filter);
    const nodes = overlaps.map((overlap) => new OverlapType(overlap, entry, filter.toleranceM));
    return connection(nodes, ({ record }) => overlapId(record.footprintCode, record.authorityCode), args);
  }

  @FieldResolver(() => FootprintType, { description: "The footprint." })
  footprint(@Root() { record, entry }: OverlapType): FootprintType | null {
    const footprint = entry.facts.footprintByCode.get(record.footprintCode);
    return footprint === undefined ? null : new FootprintType(footprint, entry);
  }

  @FieldResolver(() => AuthorityType, { description: "The authority." })
  authority(@Root() { record, entry }: OverlapType): AuthorityType | null {
    const authority = entry.facts.authorityByCode.get(record.authorityCode);
    return authority === undefined ? null : new AuthorityType(authority, entry);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, {
    description:
      "The shared land. An empty MultiPolygon when they share residents but no land, which happens when blocks have another date than the boundaries.",
  })
  async boundary(
    @Root() { record, entry }: OverlapType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "Level of detail." })
    detail: Detail | null,
    @Ctx() { boundaries }: Context,
  ): Promise<Boundary | null> {
    const { footprintCode, authorityCode, areaM2 } = record;
    if (areaM2 === 0) return NO_LAND;
    return boundaries.overlap(entry.facts.edition.id, footprintCode, authorityCode, detail ?? "MEDIUM");
  }
}
