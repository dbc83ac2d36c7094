import { Arg, Args, Ctx, Float, Query, Resolver } from "type-graphql";
import { adHocOverlaps } from "../analysis/ad-hoc-overlaps.js";
import { areasOfKnownLayer } from "../analysis/areas-of-layer.js";
import type { Boundary } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import { AdHocOverlapType } from "./ad-hoc-overlap.type.js";
import { checkedPlace, checkedTolerance } from "./arguments.js";
import { EditionArgs } from "./edition.args.js";
import { LayerEnum } from "./enums.js";
import { GeoJSONGeometryScalar } from "./geojson-geometry.scalar.js";
import { PointAnswerType, pointAnswer } from "./point-answer.type.js";
import { type Context, editionNamed } from "./world.js";

/** Questions about a shape or a place of the caller's own. */
@Resolver()
export class AdHocResolver {
  @Query(() => [AdHocOverlapType], {
    description:
      "Overlap of a polygon of your own with a layer: a proposed footprint, a ward, a catchment. Largest area first, then by code; slivers are listed and marked. Up to 25,000 positions; rings must not cross themselves or the antimeridian.",
  })
  async overlapWith(
    @Arg("geometry", () => GeoJSONGeometryScalar, { description: "The polygon, in degrees, WGS 84." })
    geometry: Boundary,
    @Arg("layer", () => LayerEnum, { description: "The areas to measure it against." }) layer: LayerName,
    @Arg("sliverToleranceM", () => Float, {
      nullable: true,
      description: "Thickness up to which an overlap is a sliver, metres; the edition's own when left out.",
    })
    sliverToleranceM: number | null,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): Promise<AdHocOverlapType[]> {
    const { facts } = editionNamed(context.world, edition);
    const toleranceM = checkedTolerance(sliverToleranceM);
    areasOfKnownLayer(facts, layer);
    const measured = await context.measurer.polygon(facts.edition.id, layer, geometry);
    return adHocOverlaps(measured, facts, { layer, toleranceM }).map((overlap) => new AdHocOverlapType(overlap));
  }

  @Query(() => PointAnswerType, {
    description: "What lies at a place. Everything is null in the sea or outside the edition.",
  })
  at(
    @Arg("longitude", () => Float, { description: "Degrees east of Greenwich, WGS 84, -180 to 180." })
    longitude: number,
    @Arg("latitude", () => Float, { description: "Degrees north of the equator, WGS 84, -90 to 90." }) latitude: number,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Ctx() context: Context,
  ): Promise<PointAnswerType> {
    const world = editionNamed(context.world, edition);
    return pointAnswer(checkedPlace(longitude, latitude), world, context.measurer);
  }
}
