import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { pluralOf } from "../../analysis/text/english.js";
import { AuthorityType } from "./authority.type.js";
import { FootprintType } from "./footprint.type.js";
import { OverlapType } from "./overlap.type.js";

@ObjectType("PageInfo", { description: "Where a page of a list ends.", simpleResolvers: true })
class PageInfoType {
  @Field(() => Boolean, { description: "Whether more items follow." })
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the last item; null when the page is empty." })
  readonly endCursor!: string | null;
}

interface ConnectionTypeOptions<Node> {
  /** Of the GraphQL types: Footprint makes FootprintEdge and FootprintConnection. */
  readonly name: string;
  /** With its article: "a footprint", "an authority". */
  readonly item: string;
  readonly nodeType: () => ClassType<object & Node>;
}

/** The edge and connection types of a list, in the shape of the Relay connection specification. */
export function connectionType<Node>({ name, item, nodeType }: ConnectionTypeOptions<Node>): ClassType<object> {
  const noun = item.replace(/^an? /, "");

  @ObjectType(`${name}Edge`, { description: `${item.replace("a", "A")} in a list.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: "Opaque; pass it as `after` to get the items that follow." })
    readonly cursor!: string;

    @Field(nodeType, { description: `The ${noun}.` })
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${pluralOf(noun)}.`, simpleResolvers: true })
  class Connection {
    @Field(() => Int, { description: "Number of items on all pages." })
    readonly totalCount!: number;

    @Field(() => [nodeType()], { description: "The items of this page." })
    readonly nodes!: readonly Node[];

    @Field(() => [Edge], { description: "The same items, each with its cursor." })
    readonly edges!: readonly Edge[];

    @Field(() => PageInfoType, { description: "Where the page ends." })
    readonly pageInfo!: PageInfoType;
  }
  return Connection;
}

export const FootprintConnectionType = connectionType({
  name: "Footprint",
  item: "a footprint",
  nodeType: () => FootprintType,
});

export const AuthorityConnectionType = connectionType({
  name: "Authority",
  item: "an authority",
  nodeType: () => AuthorityType,
});

export const OverlapConnectionType = connectionType({
  name: "Overlap",
  item: "an overlap",
  nodeType: () => OverlapType,
});
