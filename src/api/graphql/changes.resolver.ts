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

@ObjectType("ChangeCount", { description: "Number of changes of one kind.", simpleResolvers: true })
class ChangeCountType {
  @Field(() => ChangeKindEnum, { description: "The kind of change." })
  readonly kind!: ChangeKind;

  @Field(() => Int, { description: "Number of changes of that kind." })
  readonly count!: number;
}

@ObjectType("Changes", {
  description: "What changed in a layer from one edition to another.",
  simpleResolvers: true,
})
class ChangesType {
  constructor(
    readonly entries: { readonly from: EditionEntry; readonly to: EditionEntry },
    readonly layerName: LayerName,
    readonly found: LayerChanges,
  ) {}

  @Field(() => EditionType, { description: "The earlier edition." })
  get from() {
    return new EditionType(this.entries.from);
  }

  @Field(() => EditionType, { description: "The later edition; its blocks give the population figures." })
  get to() {
    return new EditionType(this.entries.to);
  }

  @Field(() => LayerEnum, { description: "The layer compared." })
  get layer() {
    return this.layerName;
  }

  @Field(() => Float, {
    description: "The coarser of both editions' tolerances, metres. Differences no thicker than this are ignored.",
  })
  get toleranceM() {
    return this.found.toleranceM;
  }

  @Field(() => Int, {
    nullable: true,
    description: "Residents who are now in another area; null when the later edition has no population data.",
  })
  get populationMoved() {
    return this.found.populationMoved;
  }

  @Field(() => Float, { description: "Land that is now in another area, square kilometres." })
  get areaMovedKm2() {
    return this.found.areaMovedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => [ChangeCountType], { description: "Number of changes of each kind, zeros included." })
  get counts(): ChangeCountType[] {
    return CHANGE_KINDS.map((kind) => ({
      kind,
      count: this.found.changes.filter((change) => change.kind === kind).length,
    }));
  }
}

@ObjectType("ChangedArea", { description: "An area of one of the two editions.", simpleResolvers: true })
class ChangedAreaType {
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

  @Field(() => Int, {
    nullable: true,
    description: "Residents by its own edition's count; null when that edition has no population data.",
  })
  get population() {
    return this.record.population;
  }
}

@ObjectType("ChangePiece", {
  description: "The overlap of an earlier and a later area. Slivers are left out.",
  simpleResolvers: true,
})
class ChangePieceType {
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
    description: "Residents of both by the later edition's count; null when that edition has no population data.",
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

  @Field(() => Float, { description: "Thickness: diameter of the largest circle that fits in the overlap, metres." })
  get thicknessM() {
    return this.record.thicknessM;
  }

  @Field(() => Boolean, {
    description: "Whether it is the largest piece of both areas. Residents and land in any other piece have moved.",
  })
  get isMain() {
    return this.record.isMain;
  }
}

@ObjectType("AreaChange", {
  description: "A change: one or more earlier areas and the later areas that replaced them.",
  simpleResolvers: true,
})
class AreaChangeType {
  constructor(readonly record: DescribedChange) {}

  @Field(() => ChangeKindEnum, { description: "The kind of change." })
  get kind(): ChangeKind {
    return this.record.kind;
  }

  @Field(() => [ChangedAreaType], { description: "The earlier areas, by code; empty for NEW." })
  get before() {
    return this.record.before.map((area) => new ChangedAreaType(area));
  }

  @Field(() => [ChangedAreaType], { description: "The later areas, by code; empty for GONE." })
  get after() {
    return this.record.after.map((area) => new ChangedAreaType(area));
  }

  @Field(() => [ChangePieceType], {
    description: "The overlaps of earlier and later areas: largest population first, then largest area.",
  })
  get pieces() {
    return this.record.pieces.map((piece) => new ChangePieceType(piece));
  }

  @Field(() => Int, {
    nullable: true,
    description:
      "Residents of all pieces but the main one, by the later edition's count; null when that edition has no population data.",
  })
  get populationMoved() {
    return this.record.populationMoved;
  }

  @Field(() => Float, { description: "Area of all pieces but the main one, square kilometres." })
  get areaMovedKm2() {
    return this.record.areaMovedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Float, {
    description:
      "Land of the later areas that the earlier edition does not cover, square kilometres. Up to a tenth of an area it is taken for a redrawn coast; more is a change.",
  })
  get areaFromNowhereKm2() {
    return this.record.gainedM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Float, {
    description: "Land of the earlier areas that the later edition does not cover, square kilometres.",
  })
  get areaToNowhereKm2() {
    return this.record.lostM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => [ChangedAreaType], {
    description:
      "Later areas among them whose code belonged to an earlier area elsewhere. Do not join data on that code.",
  })
  get codesReused() {
    return this.record.codesReused.map((area) => new ChangedAreaType(area));
  }

  @Field(() => String, { description: "The change in one or two sentences." })
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
      "What changed in a layer from one edition to another: areas that are unchanged, renamed, merged, split or redrawn, and the people who are now in another area. Changes are found by location and not by code: each area is measured against all areas of the other edition, without slivers. Any order of editions is allowed; from the later to the earlier, a merger is a split.",
  })
  async changes(
    @Arg("from", () => ID, { description: "The edition taken as the earlier one, such as stp-2017." })
    from: string,
    @Arg("to", () => ID, { description: "The edition taken as the later one, such as icb-2024." }) to: string,
    @Arg("layer", () => LayerEnum, { description: "The layer to compare." }) layer: LayerName,
    @Ctx() { catalog, measurements }: Context,
  ): Promise<ChangesType> {
    const entries = { from: resolveEdition(catalog, from), to: resolveEdition(catalog, to) };
    const [before, after] = [entries.from.facts, entries.to.facts];
    for (const facts of [before, after]) areasOfExistingLayer(facts, layer);
    const comparison = await measurements.compare(before.edition.id, after.edition.id, layer);
    return new ChangesType(entries, layer, layerChanges(before, after, { layer, comparison }));
  }

  @FieldResolver(() => AreaChangeConnectionType, {
    description:
      "Every change, in the order MERGED, SPLIT, REDRAWN, NEW, GONE, RECODED, RENAMED, UNCHANGED, then by code.",
  })
  areas(
    @Root() { found }: ChangesType,
    @Arg("kinds", () => [ChangeKindEnum], {
      nullable: true,
      description: "Only changes of these kinds; all when omitted.",
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
