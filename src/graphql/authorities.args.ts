import { ArgsType, Field, Int } from "type-graphql";
import type { AuthorityFilter } from "../analysis/filtered-areas.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { AuthorityType, Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { AuthorityTypeEnum, TierEnum } from "./enums.js";
import { ListArgs } from "./list.args.js";

/** Arguments of authorities. */
@ArgsType()
export class AuthoritiesArgs extends ListArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The authorities to list." })
  readonly tier!: Tier | null;

  @Field(() => [AuthorityTypeEnum], {
    nullable: true,
    description: "Only authorities of these types; all when left out.",
  })
  readonly types!: AuthorityType[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Only authorities that really overlap this many footprints or more; slivers do not count.",
  })
  readonly minFootprints!: number | null;

  filter(facts: IndexedFacts): AuthorityFilter {
    return { tier: tierMeant(facts, this.tier), types: this.types, minFootprints: this.minFootprints };
  }
}
