import { ArgsType, Field, Int } from "type-graphql";
import type { AuthorityFilter } from "../analysis/filtered-areas.js";
import type { AuthorityType, Tier } from "../model/area.js";
import { orDefault } from "./arguments.js";
import { AuthorityTypeEnum, TierEnum } from "./enums.js";
import { ListArgs } from "./list.args.js";

/** Arguments of authorities. */
@ArgsType()
export class AuthoritiesArgs extends ListArgs {
  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The councils to list." })
  readonly tier!: Tier | null;

  @Field(() => [AuthorityTypeEnum], { nullable: true, description: "Only councils of these types; all when left out." })
  readonly types!: AuthorityType[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Only councils that really overlap this many footprints or more; slivers do not count.",
  })
  readonly minFootprints!: number | null;

  filter(): AuthorityFilter {
    return { tier: orDefault(this.tier, "UPPER"), types: this.types, minFootprints: this.minFootprints };
  }
}
