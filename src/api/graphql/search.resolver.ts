import { BadInputError } from "@coterminous/overlap";
import { Arg, Args, Ctx, createUnionType, Int, Query, Resolver } from "type-graphql";
import { type SearchHit, search } from "../../analysis/search/search.js";
import { type Context, type EditionEntry, resolveEdition } from "../context.js";
import { AuthorityType } from "./authority.type.js";
import { MAX_ITEMS } from "./connection.js";
import { EditionArgs } from "./edition.type.js";
import { FootprintType, MemberType } from "./footprint.type.js";

const MAX_CHARACTERS = 200;

const SearchHitUnion = createUnionType({
  name: "SearchHit",
  description: "An area found by search.",
  types: () => [FootprintType, AuthorityType, MemberType] as const,
  resolveType: (value) => value.constructor as never,
});

@Resolver()
export class SearchResolver {
  @Query(() => [SearchHitUnion], {
    description:
      "Areas by name, alias, initials or code; differences of case, accents, punctuation, “&”, “St” and typing errors are tolerated. Best match first.",
  })
  search(
    @Arg("text", () => String, { description: "The text to search for, up to 200 characters." }) text: string,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Arg("first", () => Int, { nullable: true, defaultValue: 10, description: "Maximum number of results, 0 to 500." })
    first: number | null,
    @Ctx() context: Context,
  ): (FootprintType | AuthorityType | MemberType)[] {
    const entry = resolveEdition(context.catalog, edition);
    const count = first ?? 10;
    if (count < 0 || count > MAX_ITEMS) throw new BadInputError(`first is ${count}; expected 0 to ${MAX_ITEMS}`);
    if (text.length > MAX_CHARACTERS) {
      throw new BadInputError(`text has ${text.length} characters; expected ${MAX_CHARACTERS} at most`);
    }
    return search(text, entry.searchEntries, count).map((hit) => hitToNode(hit, entry));
  }
}

function hitToNode(hit: SearchHit, entry: EditionEntry): FootprintType | AuthorityType | MemberType {
  switch (hit.kind) {
    case "FOOTPRINT":
      return new FootprintType(hit.footprint, entry);
    case "AUTHORITY":
      return new AuthorityType(hit.authority, entry);
    case "MEMBER":
      return new MemberType(hit.member, entry);
  }
}
