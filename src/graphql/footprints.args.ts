import { ArgsType, Field } from "type-graphql";
import type { CoterminosityVerdict } from "../analysis/coterminosity-verdict.js";
import type { FootprintFilter } from "../analysis/filtered-areas.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { CoterminosityVerdictEnum, TierEnum } from "./enums.js";
import { ListArgs } from "./list.args.js";

/** Arguments of footprints. */
@ArgsType()
export class FootprintsArgs extends ListArgs {
  @Field(() => CoterminosityVerdictEnum, {
    nullable: true,
    description: "Only footprints with this verdict; all when left out.",
  })
  readonly verdict!: CoterminosityVerdict | null;

  @Field(() => TierEnum, { nullable: true, defaultValue: "UPPER", description: "The tier that verdict is on." })
  readonly tier!: Tier | null;

  @Field(() => String, {
    nullable: true,
    description: "Only footprints that a source gives this overall rating, such as OUTSTANDING; all when left out.",
  })
  readonly rating!: string | null;

  filter(facts: IndexedFacts): FootprintFilter {
    return { tier: tierMeant(facts, this.tier), verdict: this.verdict, rating: this.rating };
  }
}
