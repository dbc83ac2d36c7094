import type { Boundary } from "@coterminous/overlap";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { resolveTier } from "../../analysis/resolve.js";
import {
  type Move,
  type Scenario,
  type ScenarioFootprint,
  type ScenarioOptions,
  scenario,
} from "../../analysis/scenario/scenario.js";
import type { Weight } from "../../analysis/weight.js";
import type { Tier } from "../../model/area.js";
import { parseAuthorityCode, parseFootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Detail } from "../../model/layer.js";
import { type Context, type EditionEntry, resolveEdition } from "../context.js";
import { AuthorityType } from "./authority.type.js";
import { EditionArgs, PartitionAgreementType } from "./edition.type.js";
import { CoterminosityVerdictEnum, DetailEnum, TierEnum, WeightEnum } from "./enums.js";
import { FootprintType } from "./footprint.type.js";
import { resolveUnion } from "./resolve-boundary.js";
import { GeoJSONGeometryScalar, SQUARE_METRES_PER_KM2 } from "./scalars.js";

@ObjectType("Move", {
  description:
    "A piece of an authority that moves from one footprint to another, so that the authority lies wholly in one.",
  simpleResolvers: true,
})
class MoveType {
  constructor(
    private readonly move: Move,
    private readonly entry: EditionEntry,
  ) {}

  @Field(() => AuthorityType, { description: "The authority." })
  get authority() {
    return new AuthorityType(this.move.authority, this.entry);
  }

  @Field(() => FootprintType, { description: "The footprint that gives up the piece." })
  get from() {
    return new FootprintType(this.move.from, this.entry);
  }

  @Field(() => FootprintType, { description: "The footprint that the whole authority moves to." })
  get to() {
    return new FootprintType(this.move.to, this.entry);
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of the piece; null when the edition has no population data.",
  })
  get population() {
    return this.move.population;
  }

  @Field(() => Float, { description: "Area of the piece on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.move.areaM2 / SQUARE_METRES_PER_KM2;
  }
}

@ObjectType("Scenario", {
  description:
    "Footprints redrawn along authority boundaries, and the pieces that move. One move for each footprint that gives up a piece of an authority; slivers do not count.",
  simpleResolvers: true,
})
class ScenarioType {
  constructor(
    private readonly answer: Scenario,
    private readonly tier: Tier,
    private readonly entry: EditionEntry,
  ) {}

  @Field(() => [MoveType], {
    description: "The pieces that move, by authority, then by the footprint that gives them up.",
  })
  get moves() {
    return this.answer.moves.map((move) => new MoveType(move, this.entry));
  }

  @Field(() => Int, { description: "Number of authorities with a piece that moves." })
  get councilsMoved() {
    return this.answer.councilsMoved;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents who move; null when the edition has no population data.",
  })
  get populationMoved() {
    return this.answer.populationMoved;
  }

  @Field(() => Float, { description: "Area that moves, on the ellipsoid, square kilometres." })
  get areaMovedKm2() {
    return this.answer.areaMovedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => [ScenarioFootprintType], { description: "Every footprint as redrawn, by code." })
  get footprints() {
    return this.answer.footprints.map((footprint) => new ScenarioFootprintType(footprint, this.tier, this.entry));
  }

  @Field(() => Int, { description: "Number of authorities of the tier that would span footprints: always 0." })
  get spanningCountAfter() {
    return this.answer.spanningCountAfter;
  }

  @Field(() => PartitionAgreementType, {
    description: "Agreement of the redrawn footprints and the tier over the whole map.",
  })
  get agreementAfter() {
    return this.answer.agreementAfter;
  }
}

@ObjectType("ScenarioFootprint", {
  description: "A footprint as redrawn: whole authorities and nothing else.",
  simpleResolvers: true,
})
class ScenarioFootprintType {
  constructor(
    readonly answer: ScenarioFootprint,
    readonly tier: Tier,
    readonly entry: EditionEntry,
  ) {}

  @Field(() => FootprintType, { description: "The footprint before redrawing." })
  get footprint() {
    return new FootprintType(this.answer.footprint, this.entry);
  }

  @Field(() => [AuthorityType], { description: "The authorities it would consist of, by code." })
  get authorities() {
    return this.answer.authorities.map((authority) => new AuthorityType(authority, this.entry));
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents before redrawing; null when the edition has no population data.",
  })
  get populationBefore() {
    return this.answer.populationBefore;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents after redrawing; null when the edition has no population data.",
  })
  get populationAfter() {
    return this.answer.populationAfter;
  }

  @Field(() => CoterminosityVerdictEnum, {
    description: "SAME_AS_ONE or UNION_OF_WHOLE; NONE for a footprint without authorities.",
  })
  get verdictAfter() {
    return this.answer.verdictAfter;
  }
}

/** Arguments of scenario. */
@ArgsType()
class ScenarioArgs extends EditionArgs {
  @Field(() => TierEnum, {
    nullable: true,
    defaultValue: "UPPER",
    description: "The tier of authorities to redraw footprints along.",
  })
  readonly tier!: Tier | null;

  @Field(() => WeightEnum, {
    nullable: true,
    defaultValue: "POPULATION",
    description: "Whether an authority's main footprint is by residents or by land.",
  })
  readonly weight!: Weight | null;

  @Field(() => [AssignmentInput], {
    nullable: true,
    description:
      "Authorities assigned to a footprint of your choice, each at most once; the others go to their main footprint.",
  })
  readonly assign!: AssignmentInput[] | null;

  options(facts: IndexedFacts): ScenarioOptions & { readonly tier: Tier } {
    const { codeForms: forms, authorityKind } = facts.edition;
    const assignments = (this.assign ?? []).map(({ authority, footprint }) => ({
      authorityCode: parseAuthorityCode(authority, forms, authorityKind),
      footprintCode: parseFootprintCode(footprint, forms),
    }));
    return { tier: resolveTier(facts, this.tier), weight: this.weight ?? "POPULATION", assignments };
  }
}

@InputType("Assignment", {
  description: "The footprint that an authority goes to in a scenario, instead of its main footprint.",
})
class AssignmentInput {
  @Field(() => ID, { description: "The authority's code; it must be in the scenario's tier." })
  readonly authority!: string;

  @Field(() => ID, { description: "The code of the footprint that the whole authority goes to." })
  readonly footprint!: string;
}

@Resolver(() => ScenarioFootprintType)
export class ScenarioResolver {
  @Query(() => ScenarioType, {
    description:
      "Footprints redrawn along authority boundaries: each authority goes whole to its main footprint, unless assign says otherwise.",
  })
  scenario(@Args(() => ScenarioArgs) args: ScenarioArgs, @Ctx() context: Context): ScenarioType {
    const entry = resolveEdition(context.catalog, args.edition);
    const options = args.options(entry.facts);
    return new ScenarioType(scenario(entry.facts, options), options.tier, entry);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, {
    description:
      "The redrawn boundary: the union of its authorities; neighbours share every vertex of their borders. An empty MultiPolygon for a footprint without authorities.",
  })
  boundary(
    @Root() { answer, tier, entry }: ScenarioFootprintType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "Level of detail." })
    detail: Detail | null,
    @Ctx() { boundaries }: Context,
  ): Promise<Boundary> {
    const codes = answer.authorities.map(({ code }) => code);
    const layer = tier === "UPPER" ? "upper_tier" : "lower_tier";
    return resolveUnion(boundaries, entry, { layer, codes, detail: detail ?? "MEDIUM" });
  }
}
