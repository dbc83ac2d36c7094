import { ArgsType, Field } from "type-graphql";
import type { ScenarioOptions } from "../analysis/scenario.js";
import { tierMeant } from "../analysis/tier-meant.js";
import type { Weight } from "../analysis/weight.js";
import type { Tier } from "../model/area.js";
import { parseAuthorityCode, parseFootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";
import { orDefault } from "./arguments.js";
import { AssignmentInput } from "./assignment.input.js";
import { EditionArgs } from "./edition.args.js";
import { TierEnum, WeightEnum } from "./enums.js";

/** Arguments of scenario. */
@ArgsType()
export class ScenarioArgs extends EditionArgs {
  @Field(() => TierEnum, {
    nullable: true,
    defaultValue: "UPPER",
    description: "The authorities on whose lines footprints are redrawn.",
  })
  readonly tier!: Tier | null;

  @Field(() => WeightEnum, {
    nullable: true,
    defaultValue: "POPULATION",
    description: "What most of an authority is counted in.",
  })
  readonly weight!: Weight | null;

  @Field(() => [AssignmentInput], {
    nullable: true,
    description: "Authorities that go where you say, each once; the others go where most of them is.",
  })
  readonly assign!: AssignmentInput[] | null;

  /** What is asked for, of an edition. */
  options(facts: IndexedFacts): ScenarioOptions & { readonly tier: Tier } {
    const { codeForms: forms, authorityKind } = facts.edition;
    const assignments = orDefault(this.assign, []).map(({ authority, footprint }) => ({
      authorityCode: parseAuthorityCode(authority, forms, authorityKind),
      footprintCode: parseFootprintCode(footprint, forms),
    }));
    return { tier: tierMeant(facts, this.tier), weight: orDefault(this.weight, "POPULATION"), assignments };
  }
}
