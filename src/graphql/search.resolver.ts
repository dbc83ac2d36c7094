import { Arg, Args, Ctx, createUnionType, Int, Query, Resolver } from "type-graphql";
import { type SearchHit, search } from "../analysis/search.js";
import { BadInputError } from "../model/bad-input-error.js";
import { orDefault } from "./arguments.js";
import { AuthorityType } from "./authority.type.js";
import { MOST_ITEMS } from "./connection.js";
import { EditionArgs } from "./edition.args.js";
import { FootprintType } from "./footprint.type.js";
import { MemberType } from "./member.type.js";
import { type Context, type EditionWorld, editionNamed } from "./world.js";

const MOST_CHARACTERS = 200;

const SearchHitUnion = createUnionType({
  name: "SearchHit",
  description: "What a search can find.",
  types: () => [FootprintType, AuthorityType, MemberType] as const,
  resolveType: (value) => value.constructor as never,
});

@Resolver()
export class SearchResolver {
  @Query(() => [SearchHitUnion], {
    description:
      "Areas by name, alias, initials or code, forgiving of case, accents, punctuation, “&”, “St” and typing errors. Best match first.",
  })
  search(
    @Arg("text", () => String, { description: "What to look for, up to 200 characters." }) text: string,
    @Args(() => EditionArgs) { edition }: EditionArgs,
    @Arg("first", () => Int, { nullable: true, defaultValue: 10, description: "How many at most, up to 500." })
    first: number | null,
    @Ctx() context: Context,
  ): (FootprintType | AuthorityType | MemberType)[] {
    const world = editionNamed(context.world, edition);
    const count = orDefault(first, 10);
    if (count < 0 || count > MOST_ITEMS) throw new BadInputError(`first is ${count}; expected 0 to ${MOST_ITEMS}`);
    if (text.length > MOST_CHARACTERS) {
      throw new BadInputError(`text has ${text.length} characters; expected ${MOST_CHARACTERS} at most`);
    }
    return search(text, world.searchEntries, count).map((hit) => foundNode(hit, world));
  }
}

function foundNode(hit: SearchHit, world: EditionWorld): FootprintType | AuthorityType | MemberType {
  switch (hit.kind) {
    case "FOOTPRINT":
      return new FootprintType(hit.footprint, world);
    case "AUTHORITY":
      return new AuthorityType(hit.authority, world);
    case "MEMBER":
      return new MemberType(hit.member, world);
  }
}
