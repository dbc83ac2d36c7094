import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { ChangeKind, ChangePiece } from "../analysis/area-changes.js";
import type { NamedArea } from "../analysis/areas-of-layer.js";
import type { ToldChange } from "../analysis/changes.js";
import { share } from "../analysis/share.js";
import { ChangeKindEnum } from "./change-kind.js";
import { ShareScalar } from "./share.scalar.js";
import { SQUARE_METRES_PER_KM2 } from "./units.js";

@ObjectType("ChangedArea", { description: "An area of one of the two editions.", simpleResolvers: true })
export class ChangedAreaType {
  constructor(readonly record: NamedArea) {}

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
    return share(this.record.areaM2, this.record.before.areaM2) ?? 0;
  }

  @Field(() => ShareScalar, { description: "Area shared as a share of the later area." })
  get shareOfAfter() {
    return share(this.record.areaM2, this.record.after.areaM2) ?? 0;
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
  constructor(readonly record: ToldChange) {}

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
    return this.record.fromNowhereM2 / SQUARE_METRES_PER_KM2;
  }

  @Field(() => Float, {
    description: "Land of the earlier areas where the later edition has no area, square kilometres.",
  })
  get areaToNowhereKm2() {
    return this.record.toNowhereM2 / SQUARE_METRES_PER_KM2;
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
