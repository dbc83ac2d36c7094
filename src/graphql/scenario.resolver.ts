import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { scenario } from "../analysis/scenario.js";
import type { Boundary } from "../model/boundary.js";
import type { Detail } from "../model/layer.js";
import { orDefault } from "./arguments.js";
import { DetailEnum } from "./enums.js";
import { GeoJSONGeometryScalar } from "./geojson-geometry.scalar.js";
import { ScenarioArgs } from "./scenario.args.js";
import { ScenarioType } from "./scenario.type.js";
import { ScenarioFootprintType } from "./scenario-footprint.type.js";
import { unionOf } from "./shapes.js";
import { type Context, editionNamed } from "./world.js";

@Resolver(() => ScenarioFootprintType)
export class ScenarioResolver {
  @Query(() => ScenarioType, {
    description:
      "Footprints redrawn on authority lines: each authority goes whole to the footprint with most of it, unless assign says otherwise.",
  })
  scenario(@Args(() => ScenarioArgs) args: ScenarioArgs, @Ctx() context: Context): ScenarioType {
    const world = editionNamed(context.world, args.edition);
    const options = args.options(world.facts);
    return new ScenarioType(scenario(world.facts, options), options.tier, world);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, {
    description:
      "The redrawn boundary: the union of its authorities, borders shared point for point with its neighbours'. A MultiPolygon without polygons for a footprint that keeps no authority.",
  })
  boundary(
    @Root() { answer, tier, world }: ScenarioFootprintType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "How closely drawn." })
    detail: Detail | null,
    @Ctx() { shapes }: Context,
  ): Promise<Boundary> {
    const codes = answer.authorities.map(({ code }) => code);
    const layer = tier === "UPPER" ? "upper_tier" : "lower_tier";
    return unionOf(shapes, world, { layer, codes, detail: orDefault(detail, "MEDIUM") });
  }
}
