import { Field, Int, ObjectType } from "type-graphql";
import { AuthorityType } from "./authority.type.js";
import { FootprintType } from "./footprint.type.js";
import { OverlapType } from "./overlap.type.js";

const CURSOR = "Opaque; give it as `after` to go on from here.";
const TOTAL = "How many there are on all pages.";
const NODES = "The items of this page.";
const EDGES = "The same items, each with its cursor.";

@ObjectType("PageInfo", { description: "Where a page of a list ends.", simpleResolvers: true })
export class PageInfoType {
  @Field(() => Boolean, { description: "Whether more follow." })
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the last item; null when the page is empty." })
  readonly endCursor!: string | null;
}

@ObjectType("FootprintEdge", { description: "A footprint on a list.", simpleResolvers: true })
export class FootprintEdgeType {
  @Field(() => String, { description: CURSOR })
  readonly cursor!: string;

  @Field(() => FootprintType, { description: "The footprint." })
  readonly node!: FootprintType;
}

@ObjectType("FootprintConnection", { description: "A page of footprints.", simpleResolvers: true })
export class FootprintConnectionType {
  @Field(() => Int, { description: TOTAL })
  readonly totalCount!: number;

  @Field(() => [FootprintType], { description: NODES })
  readonly nodes!: readonly FootprintType[];

  @Field(() => [FootprintEdgeType], { description: EDGES })
  readonly edges!: readonly FootprintEdgeType[];

  @Field(() => PageInfoType, { description: "Where the page ends." })
  readonly pageInfo!: PageInfoType;
}

@ObjectType("AuthorityEdge", { description: "An authority on a list.", simpleResolvers: true })
export class AuthorityEdgeType {
  @Field(() => String, { description: CURSOR })
  readonly cursor!: string;

  @Field(() => AuthorityType, { description: "The authority." })
  readonly node!: AuthorityType;
}

@ObjectType("AuthorityConnection", { description: "A page of authorities.", simpleResolvers: true })
export class AuthorityConnectionType {
  @Field(() => Int, { description: TOTAL })
  readonly totalCount!: number;

  @Field(() => [AuthorityType], { description: NODES })
  readonly nodes!: readonly AuthorityType[];

  @Field(() => [AuthorityEdgeType], { description: EDGES })
  readonly edges!: readonly AuthorityEdgeType[];

  @Field(() => PageInfoType, { description: "Where the page ends." })
  readonly pageInfo!: PageInfoType;
}

@ObjectType("OverlapEdge", { description: "An overlap on a list.", simpleResolvers: true })
export class OverlapEdgeType {
  @Field(() => String, { description: CURSOR })
  readonly cursor!: string;

  @Field(() => OverlapType, { description: "The overlap." })
  readonly node!: OverlapType;
}

@ObjectType("OverlapConnection", { description: "A page of overlaps.", simpleResolvers: true })
export class OverlapConnectionType {
  @Field(() => Int, { description: TOTAL })
  readonly totalCount!: number;

  @Field(() => [OverlapType], { description: NODES })
  readonly nodes!: readonly OverlapType[];

  @Field(() => [OverlapEdgeType], { description: EDGES })
  readonly edges!: readonly OverlapEdgeType[];

  @Field(() => PageInfoType, { description: "Where the page ends." })
  readonly pageInfo!: PageInfoType;
}
