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
    "A piece of an authority that goes from one footprint to another, so that the authority is whole in one.",
  simpleResolvers: true,
})
export class MoveType {
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

  @Field(() => FootprintType, { description: "The footprint that the authority is then whole in." })
  get to() {
    return new FootprintType(this.move.to, this.entry);
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of the piece; null when the edition does not know people.",
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
    "Footprints redrawn on authority lines, and what moves. One move for each footprint that gives up a piece of an authority; slivers do not move anybody.",
  simpleResolvers: true,
})
export class ScenarioType {
  constructor(
    private readonly answer: Scenario,
    private readonly tier: Tier,
    private readonly entry: EditionEntry,
  ) {}

  @Field(() => [MoveType], { description: "What moves, by authority and then the footprint it leaves." })
  get moves() {
    return this.answer.moves.map((move) => new MoveType(move, this.entry));
  }

  @Field(() => Int, { description: "How many authorities have a piece that moves." })
  get councilsMoved() {
    return this.answer.councilsMoved;
  }

  @Field(() => Int, { nullable: true, description: "Residents that move; null when the edition does not know people." })
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

  @Field(() => Int, { description: "How many authorities of the tier would span footprints." })
  get spanningCountAfter() {
    return this.answer.spanningCountAfter;
  }

  @Field(() => PartitionAgreementType, {
    description: "The redrawn footprints and the tier compared over the whole map.",
  })
  get agreementAfter() {
    return this.answer.agreementAfter;
  }
}

@ObjectType("ScenarioFootprint", {
  description: "A footprint after it is redrawn: whole authorities and nothing else.",
  simpleResolvers: true,
})
export class ScenarioFootprintType {
  constructor(
    readonly answer: ScenarioFootprint,
    readonly tier: Tier,
    readonly entry: EditionEntry,
  ) {}

  @Field(() => FootprintType, { description: "The footprint as it is." })
  get footprint() {
    return new FootprintType(this.answer.footprint, this.entry);
  }

  @Field(() => [AuthorityType], { description: "The authorities it would consist of, by code." })
  get authorities() {
    return this.answer.authorities.map((authority) => new AuthorityType(authority, this.entry));
  }

  @Field(() => Int, { nullable: true, description: "Residents as it is; null when the edition does not know people." })
  get populationBefore() {
    return this.answer.populationBefore;
  }

  @Field(() => Int, { nullable: true, description: "Residents redrawn; null when the edition does not know people." })
  get populationAfter() {
    return this.answer.populationAfter;
  }

  @Field(() => CoterminosityVerdictEnum, {
    description: "SAME_AS_ONE or UNION_OF_WHOLE; NONE for a footprint that keeps no authority.",
  })
  get verdictAfter() {
    return this.answer.verdictAfter;
  }
}

/** Arguments of scenario. */
@ArgsType()
export class ScenarioArgs extends EditionArgs {
  @Field(() => TierEnum, {
    nullable: true,
    defaultValue: "UPPER",
    description: "The authorities on whose lines footprints are redrawn.",
  })
  readonly tier!: Tier | null;

  @Field(() => WeightEnum, {
    nullable: true,
    defaultValue: "POPULATION",
    description: "What most of an authority is counted in.",
  })
  readonly weight!: Weight | null;

  @Field(() => [AssignmentInput], {
    nullable: true,
    description: "Authorities that go where you say, each once; the others go where most of them is.",
  })
  readonly assign!: AssignmentInput[] | null;

  /** What is asked for, of an edition. */
  options(facts: IndexedFacts): ScenarioOptions & { readonly tier: Tier } {
    const { codeForms: forms, authorityKind } = facts.edition;
    const assignments = (this.assign ?? []).map(({ authority, footprint }) => ({
      authorityCode: parseAuthorityCode(authority, forms, authorityKind),
      footprintCode: parseFootprintCode(footprint, forms),
    }));
    return { tier: resolveTier(facts, this.tier), weight: this.weight ?? "POPULATION", assignments };
  }
}

@InputType("Assignment", { description: "Where an authority is to go in a scenario, whatever the best fit says." })
export class AssignmentInput {
  @Field(() => ID, { description: "The authority, by its code; it must be of the scenario's tier." })
  readonly authority!: string;

  @Field(() => ID, { description: "The footprint that it goes to whole, by its code." })
  readonly footprint!: string;
}

@Resolver(() => ScenarioFootprintType)
export class ScenarioResolver {
  @Query(() => ScenarioType, {
    description:
      "Footprints redrawn on authority lines: each authority goes whole to the footprint with most of it, unless assign says otherwise.",
  })
  scenario(@Args(() => ScenarioArgs) args: ScenarioArgs, @Ctx() context: Context): ScenarioType {
    const entry = resolveEdition(context.catalog, args.edition);
    const options = args.options(entry.facts);
    return new ScenarioType(scenario(entry.facts, options), options.tier, entry);
  }

  @FieldResolver(() => GeoJSONGeometryScalar, {
    description:
      "The redrawn boundary: the union of its authorities, borders shared point for point with its neighbours'. A MultiPolygon without polygons for a footprint that keeps no authority.",
  })
  boundary(
    @Root() { answer, tier, entry }: ScenarioFootprintType,
    @Arg("detail", () => DetailEnum, { nullable: true, defaultValue: "MEDIUM", description: "How closely drawn." })
    detail: Detail | null,
    @Ctx() { boundaries }: Context,
  ): Promise<Boundary> {
    const codes = answer.authorities.map(({ code }) => code);
    const layer = tier === "UPPER" ? "upper_tier" : "lower_tier";
    return resolveUnion(boundaries, entry, { layer, codes, detail: detail ?? "MEDIUM" });
  }
}
