import type { LonLat } from "@coterminous/overlap";
import { Field, ObjectType } from "type-graphql";
import type { AuthorityCode, FootprintCode, MemberCode } from "../../model/code.js";
import type { LayerName } from "../../model/layer.js";
import type { EditionEntry, MeasurementService } from "../context.js";
import { AuthorityType } from "./authority.type.js";
import { FootprintType, MemberType } from "./footprint.type.js";

@ObjectType("PointAnswer", { description: "The areas at a point.", simpleResolvers: true })
export class PointAnswerType {
  @Field(() => FootprintType, { nullable: true, description: "The footprint; null where there is none." })
  readonly footprint!: FootprintType | null;

  @Field(() => AuthorityType, { nullable: true, description: "The upper-tier authority; null where there is none." })
  readonly upperTier!: AuthorityType | null;

  @Field(() => AuthorityType, {
    nullable: true,
    description: "The lower-tier authority; the same as upperTier in a unitary area; null where there is none.",
  })
  readonly lowerTier!: AuthorityType | null;

  @Field(() => MemberType, { nullable: true, description: "The member of the footprint; null where there is none." })
  readonly member!: MemberType | null;
}

/** The areas of an edition at a point. */
export async function locatePoint(
  place: LonLat,
  entry: EditionEntry,
  measurements: MeasurementService,
): Promise<PointAnswerType> {
  const { facts } = entry;
  const codeIn = (layer: LayerName) => measurements.codeAt(facts.edition.id, layer, place);
  const footprint = facts.footprintByCode.get((await codeIn("footprints")) as FootprintCode);
  const upperTier = facts.authorityByCode.get((await codeIn("upper_tier")) as AuthorityCode);
  const lowerTier = facts.authorityByCode.get((await codeIn("lower_tier")) as AuthorityCode);
  const member = facts.memberByCode.get((await codeIn("members")) as MemberCode);
  return {
    footprint: footprint === undefined ? null : new FootprintType(footprint, entry),
    upperTier: upperTier === undefined ? null : new AuthorityType(upperTier, entry),
    lowerTier: lowerTier === undefined ? null : new AuthorityType(lowerTier, entry),
    member: member === undefined ? null : new MemberType(member, entry),
  };
}
