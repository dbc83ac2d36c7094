import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { type AreaRef, areasOfExistingLayer } from "../../analysis/areas-of-layer.js";
import { CHANGE_KINDS, type ChangeKind, type ChangePiece } from "../../analysis/changes/area-changes.js";
import { type DescribedChange, type LayerChanges, layerChanges } from "../../analysis/changes/layer-changes.js";
import { safeShare } from "../../analysis/shares.js";
import type { LayerName } from "../../model/layer.js";
import { type Context, type EditionEntry, resolveEdition } from "../context.js";
import { type Connection, connection, PagingArgs } from "./connection.js";
import { connectionType } from "./connections.type.js";
import { EditionType } from "./edition.type.js";
import { ChangeKindEnum, LayerEnum } from "./enums.js";
import { ShareScalar, SQUARE_METRES_PER_KM2 } from "./scalars.js";

@ObjectType("ChangeCount", { description: "How often a kind of change occurs.", simpleResolvers: true })
export class ChangeCountType {
  @Field(() => ChangeKindEnum, { description: "The kind." })
  readonly kind!: ChangeKind;

  @Field(() => Int, { description: "Number of changes of that kind." })
  readonly count!: number;
}

@ObjectType("Changes", {
  description: "What changed in a layer from one edition to another.",
  simpleResolvers: true,
})
export class ChangesType {
  constructor(
    readonly entries: { readonly from: EditionEntry; readonly to: EditionEntry },
    readonly layerName: LayerName,
    readonly found: LayerChanges,
  ) {}

  @Field(() => EditionType, { description: "The earlier edition." })
  get from() {
    return new EditionType(this.entries.from);
  }

  @Field(() => EditionType, { description: "The later edition, by whose blocks people are counted." })
  get to() {
    return new EditionType(this.entries.to);
  }

  @Field(() => LayerEnum, { description: "The layer." })
  get layer() {
    return this.layerName;
  }

  @Field(() => Float, {
    description: "Metres: the coarser of both editions' tolerances. What is no thicker has not changed.",
  })
  get toleranceM() {
    return this.found.toleranceM;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents who are in another area than before; null when the later edition does not know people.",
  })
  get populationMoved() {
    return this.found.populationMoved;
  }

  @Field(() => Float, { description: "Land that is in another area than before, square kilometres." })
  get areaMovedKm2() {
    return this.found.areaMovedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => [ChangeCountType], { description: "How often each kind of change occurs, those that do not too." })
  get counts(): ChangeCountType[] {
    return CHANGE_KINDS.map((kind) => ({
      kind,
      count: this.found.changes.filter((change) => change.kind === kind).length,
    }));
  }
}

@ObjectType("ChangedArea", { description: "An area of one of the two editions.", simpleResolvers: true })
export class ChangedAreaType {
  constructor(readonly record: AreaRef) {}

  @Field(() => ID, { description: "Its code in its edition." })
  get code() {
    return this.record.code;
  }

  @Field(() => String, { description: "Its name in its edition." })
  get name() {
    return this.record.name;
  }

  @Field(() => Float, { description: "Area to the coastline, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, { nullable: true, description: "Residents by its own edition's count; null when that has none." })
  get population() {
    return this.record.population;
  }
}

@ObjectType("ChangePiece", {
  description: "What an earlier and a later area share. Slivers are left out.",
  simpleResolvers: true,
})
export class ChangePieceType {
  constructor(readonly record: ChangePiece) {}

  @Field(() => ChangedAreaType, { description: "The earlier area." })
  get before() {
    return new ChangedAreaType(this.record.before);
  }

  @Field(() => ChangedAreaType, { description: "The later area." })
  get after() {
    return new ChangedAreaType(this.record.after);
  }

  @Field(() => Float, { description: "Area shared, on the ellipsoid, square kilometres." })
  get areaKm2() {
    return this.record.areaM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of both by the later edition's count; null without one.",
  })
  get population() {
    return this.record.population;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the earlier area." })
  get shareOfBefore() {
    return safeShare(this.record.areaM2, this.record.before.areaM2) ?? 0;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the later area." })
  get shareOfAfter() {
    return safeShare(this.record.areaM2, this.record.after.areaM2) ?? 0;
  }

  @Field(() => Float, { description: "Diameter of the largest circle that fits in what they share, metres." })
  get thicknessM() {
    return this.record.thicknessM;
  }

  @Field(() => Boolean, {
    description: "Whether each of the two has most of itself in the other. What is in any other piece has moved.",
  })
  get isMain() {
    return this.record.isMain;
  }
}

@ObjectType("AreaChange", { description: "What became of some areas.", simpleResolvers: true })
export class AreaChangeType {
  constructor(readonly record: DescribedChange) {}

  @Field(() => ChangeKindEnum, { description: "What became of them." })
  get kind(): ChangeKind {
    return this.record.kind;
  }

  @Field(() => [ChangedAreaType], { description: "The earlier areas, by code; none when it is NEW." })
  get before() {
    return this.record.before.map((area) => new ChangedAreaType(area));
  }

  @Field(() => [ChangedAreaType], { description: "The later areas, by code; none when it is GONE." })
  get after() {
    return this.record.after.map((area) => new ChangedAreaType(area));
  }

  @Field(() => [ChangePieceType], { description: "What each of them share, most people first, or most land." })
  get pieces() {
    return this.record.pieces.map((piece) => new ChangePieceType(piece));
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents of pieces that are not the main one, by the later edition's count; null without one.",
  })
  get populationMoved() {
    return this.record.populationMoved;
  }

  @Field(() => Float, { description: "Area of pieces that are not the main one, square kilometres." })
  get areaMovedKm2() {
    return this.record.areaMovedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Float, {
    description:
      "Land of the later areas where the earlier edition has no area, square kilometres: a coast drawn anew, up to a tenth of an area; more than that is a change.",
  })
  get areaFromNowhereKm2() {
    return this.record.gainedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Float, {
    description: "Land of the earlier areas where the later edition has no area, square kilometres.",
  })
  get areaToNowhereKm2() {
    return this.record.lostM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => [ChangedAreaType], {
    description: "Later areas among them whose code an earlier area in another place had: join nothing by that code.",
  })
  get codesReused() {
    return this.record.codesReused.map((area) => new ChangedAreaType(area));
  }

  @Field(() => String, { description: "All that in a sentence or two." })
  get summary() {
    return this.record.summary;
  }
}

const AreaChangeConnectionType = connectionType({
  name: "AreaChange",
  item: "a change",
  nodeType: () => AreaChangeType,
});

@Resolver(() => ChangesType)
export class ChangesResolver {
  @Query(() => ChangesType, {
    description:
      "What changed in a layer from one edition to another: areas that are the same, renamed, merged, split or redrawn, and the people who are in another area than before. Decided by where areas lie and not by their codes: each is measured against all of the other edition, slivers left out. The dates of the editions do not matter: asked from the later to the earlier, what was merged is split.",
  })
  async changes(
    @Arg("from", () => ID, { description: "The edition that is taken for the earlier one, such as stp-2017." })
    from: string,
    @Arg("to", () => ID, { description: "The edition that is taken for the later one, such as icb-2024." }) to: string,
    @Arg("layer", () => LayerEnum, { description: "The areas to compare." }) layer: LayerName,
    @Ctx() { catalog, measurements }: Context,
  ): Promise<ChangesType> {
    const entries = { from: resolveEdition(catalog, from), to: resolveEdition(catalog, to) };
    const [before, after] = [entries.from.facts, entries.to.facts];
    for (const facts of [before, after]) areasOfExistingLayer(facts, layer);
    const comparison = await measurements.compare(before.edition.id, after.edition.id, layer);
    return new ChangesType(entries, layer, layerChanges(before, after, { layer, comparison }));
  }

  @FieldResolver(() => AreaChangeConnectionType, {
    description: "Every change, those that matter most first: merged, split, redrawn; then by code.",
  })
  areas(
    @Root() { found }: ChangesType,
    @Arg("kinds", () => [ChangeKindEnum], {
      nullable: true,
      description: "Only changes of these kinds; all when left out.",
    })
    kinds: ChangeKind[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
  ): Connection<AreaChangeType> {
    const selectedKinds = kinds ?? [...CHANGE_KINDS];
    const nodes = found.changes
      .filter(({ kind }) => selectedKinds.includes(kind))
      .map((change) => new AreaChangeType(change));
    return connection(nodes, keyOf, paging);
  }
}

function keyOf({ record: { kind, before, after } }: AreaChangeType): string {
  return JSON.stringify([kind, before[0]?.code ?? null, after[0]?.code ?? null]);
}
