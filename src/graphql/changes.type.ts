import { Field, Float, Int, ObjectType } from "type-graphql";
import { CHANGE_KINDS, type ChangeKind } from "../analysis/area-changes.js";
import type { LayerChanges } from "../analysis/changes.js";
import type { LayerName } from "../model/layer.js";
import { AreaChangeType } from "./area-change.type.js";
import { ChangeKindEnum } from "./change-kind.js";
import { PageInfoType } from "./connections.type.js";
import { EditionType } from "./edition.type.js";
import { LayerEnum } from "./enums.js";
import { SQUARE_METRES_PER_KM2 } from "./units.js";
import type { EditionWorld } from "./world.js";

@ObjectType("ChangeCount", { description: "How often a kind of change occurs.", simpleResolvers: true })
export class ChangeCountType {
  @Field(() => ChangeKindEnum, { description: "The kind." })
  readonly kind!: ChangeKind;

  @Field(() => Int, { description: "Number of changes of that kind." })
  readonly count!: number;
}

@ObjectType("AreaChangeEdge", { description: "A change on a list.", simpleResolvers: true })
export class AreaChangeEdgeType {
  @Field(() => String, { description: "Opaque; give it as `after` to go on from here." })
  readonly cursor!: string;

  @Field(() => AreaChangeType, { description: "The change." })
  readonly node!: AreaChangeType;
}

@ObjectType("AreaChangeConnection", { description: "A page of changes.", simpleResolvers: true })
export class AreaChangeConnectionType {
  @Field(() => Int, { description: "How many there are on all pages." })
  readonly totalCount!: number;

  @Field(() => [AreaChangeType], { description: "The items of this page." })
  readonly nodes!: readonly AreaChangeType[];

  @Field(() => [AreaChangeEdgeType], { description: "The same items, each with its cursor." })
  readonly edges!: readonly AreaChangeEdgeType[];

  @Field(() => PageInfoType, { description: "Where the page ends." })
  readonly pageInfo!: PageInfoType;
}

@ObjectType("Changes", {
  description: "What changed in a layer from one edition to another.",
  simpleResolvers: true,
})
export class ChangesType {
  constructor(
    readonly worlds: { readonly from: EditionWorld; readonly to: EditionWorld },
    readonly layerName: LayerName,
    readonly found: LayerChanges,
  ) {}

  @Field(() => EditionType, { description: "The earlier edition." })
  get from() {
    return new EditionType(this.worlds.from);
  }

  @Field(() => EditionType, { description: "The later edition, by whose blocks people are counted." })
  get to() {
    return new EditionType(this.worlds.to);
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
