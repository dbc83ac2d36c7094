import { Buffer } from "node:buffer";
import { BadInputError } from "@coterminous/overlap";
import { ArgsType, Field, Int } from "type-graphql";
import { EditionArgs } from "./edition.type.js";

/** Maximum number of items on one page. */
export const MAX_ITEMS = 500;

const FIRST = { nullable: true, defaultValue: MAX_ITEMS, description: "Maximum number of items, 0 to 500." };
const AFTER = {
  nullable: true,
  description: "The cursor of the item before the first one wanted, from the previous page; the start when omitted.",
};

/** Arguments of a paged list of one edition's items. */
@ArgsType()
export class ListArgs extends EditionArgs {
  @Field(() => Int, FIRST)
  readonly first!: number | null;

  @Field(() => String, AFTER)
  readonly after!: string | null;
}

/** Arguments of a paged list inside an object that has its edition already. */
@ArgsType()
export class PagingArgs {
  @Field(() => Int, FIRST)
  readonly first!: number | null;

  @Field(() => String, AFTER)
  readonly after!: string | null;
}

/** The page of a list that a client requests. */
export interface Paging {
  /** Maximum number of items; 500 when omitted or null. */
  readonly first?: number | null | undefined;
  /** The cursor of the item before the page; the start of the list when omitted or null. */
  readonly after?: string | null | undefined;
}

/** One page of a list, in the shape of the Relay connection specification. */
export interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * One page of `items`. A cursor encodes the key of its item, so it stays valid as long as the item is in the list.
 *
 * @throws {BadInputError} when `first` is not 0 to 500 or no item has the cursor
 */
export function connection<Node>(
  items: readonly Node[],
  keyOf: (node: Node) => string,
  { first, after }: Paging,
): Connection<Node> {
  const count = first ?? MAX_ITEMS;
  if (count < 0 || count > MAX_ITEMS) throw new BadInputError(`first is ${count}; expected 0 to ${MAX_ITEMS}`);
  const start = after === null || after === undefined ? 0 : positionAfter(items, keyOf, after);
  const nodes = items.slice(start, start + count);
  const edges = nodes.map((node) => ({ cursor: cursorOf(keyOf(node)), node }));
  return {
    totalCount: items.length,
    nodes,
    edges,
    pageInfo: { hasNextPage: start + nodes.length < items.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function cursorOf(key: string): string {
  return Buffer.from(key, "utf8").toString("base64url");
}

function positionAfter<Node>(items: readonly Node[], keyOf: (node: Node) => string, cursor: string): number {
  const key = Buffer.from(cursor, "base64url").toString("utf8");
  const position = cursorOf(key) === cursor ? items.findIndex((item) => keyOf(item) === key) : -1;
  if (position === -1) {
    throw new BadInputError(
      `after is ${JSON.stringify(cursor.slice(0, 60))}, which is not a cursor of this list; take one from its edges or endCursor, with the same arguments`,
    );
  }
  return position + 1;
}
