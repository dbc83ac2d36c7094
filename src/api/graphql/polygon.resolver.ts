import type { Boundary } from "@coterminous/overlap";
import { Arg, Args, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { type AdHocOverlap, adHocOverlaps } from "../../analysis/ad-hoc-overlaps.js";
import { areasOfExistingLayer } from "../../analysis/areas-of-layer.js";
import type { LayerName } from "../../model/layer.js";
import { type Context, resolveEdition } from "../context.js";
import { EditionArgs } from "./edition.type.js";
import { LayerEnum } from "./enums.js";
import { locatePoint, PointAnswerType } from "./location.type.js";
import { GeoJSONGeometryScalar, ShareScalar, SQUARE_METRES_PER_KM2 } from "./scalars.js";
import { validateLonLat, validateTolerance } from "./validate-args.js";

@ObjectType("AdHocOverlap", {
  description: "The overlap of your polygon and one area of a layer.",
  simpleResolvers: true,
})
class AdHocOverlapType {
  constructor(private readonly overlap: AdHocOverlap) {}

  @Field(() => ID, { description: "Code of the area." })
  get code() {
    return this.overlap.code;
  }

  @Field(() => String, { description: "Name of the area, as published." })
  get name() {
    return this.overlap.name;
  }

  @Field(() => Float, { description: "Area shared, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.overlap.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of the blocks whose points lie in both; null when the edition has no population data.",
  })
  get population() {
    return this.overlap.population;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of your polygon's area." })
  get shareOfGeometry() {
    return this.overlap.shareOfGeometry;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the area of the layer." })
  get shareOfArea() {
    return this.overlap.shareOfArea;
  }

  @Field(() => ShareScalar, {
    nullable: true,
    description:
      "Residents of both as a share of the area's; null without population data or when the area has no residents.",
  })
  get shareOfPopulation() {
    return this.overlap.shareOfPopulation;
  }

  @Field(() => Float, {
    description: "Thickness: diameter of the largest circle that fits in the overlap, metres.",
  })
  get thicknessM() {
    return this.overlap.thicknessM;
  }

  @Field(() => Boolean, {
    description:
      "Whether it is a sliver: no thicker than the tolerance, and not more than half of either side. It may exist only because the two were drawn separately.",
  })
  get isSliver() {
    return this.overlap.isSliver;
  }
}

/** Queries about the client's own polygon or point. */
@Resolver()
export class PolygonResolver {
  @Query(() => [AdHocOverlapType], {
    description:
      "Overlaps of your polygon (a proposed footprint, a ward, a catchment) with the areas of a layer. Largest area first, then by code; slivers are included and marked. Up to 25,000 positions; rings must not cross themselves or the antimeridian.",
  })
  async overlapWith(
    @Arg("geometry", () => GeoJSONGeometryScalar, { description: "The polygon, in degrees, WGS 84." })
    geometry: Boundary,
    @Arg("layer", () => LayerEnum, { description: "The layer to measure it against." }) layer: LayerName,
    @Arg("sliverToleranceM", () => Float, {
      nullable: true,
      description: "Maximum thickness of a sliver, metres; the edition's own tolerance when omitted.",
    })
    sliverToleranceM: number | null,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): Promise<AdHocOverlapType[]> {
    const { facts } = resolveEdition(context.catalog, edition);
    const toleranceM = validateTolerance(sliverToleranceM);
    areasOfExistingLayer(facts, layer);
    const measured = await context.measurements.polygon(facts.edition.id, layer, geometry);
    return adHocOverlaps(measured, facts, { layer, toleranceM }).map((overlap) => new AdHocOverlapType(overlap));
  }

  @Query(() => PointAnswerType, {
    description: "The areas at a point. All fields are null at sea or outside the edition.",
  })
  at(
    @Arg("longitude", () => Float, { description: "Degrees east of Greenwich, WGS 84, -180 to 180." })
    longitude: number,
    @Arg("latitude", () => Float, { description: "Degrees north of the equator, WGS 84, -90 to 90." }) latitude: number,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): Promise<PointAnswerType> {
    const entry = resolveEdition(context.catalog, edition);
    return locatePoint(validateLonLat(longitude, latitude), entry, context.measurements);
  }
}
