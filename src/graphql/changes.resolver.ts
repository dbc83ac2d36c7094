import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CHANGE_KINDS, type ChangeKind } from "../analysis/area-changes.js";
import { areasOfKnownLayer } from "../analysis/areas-of-layer.js";
import { layerChanges } from "../analysis/changes.js";
import type { LayerName } from "../model/layer.js";
import { AreaChangeType } from "./area-change.type.js";
import { orDefault } from "./arguments.js";
import { ChangeKindEnum } from "./change-kind.js";
import { AreaChangeConnectionType, ChangesType } from "./changes.type.js";
import { type Connection, connection } from "./connection.js";
import { LayerEnum } from "./enums.js";
import { PagingArgs } from "./paging.args.js";
import { type Context, editionNamed } from "./world.js";

@Resolver(() => ChangesType)
export class ChangesResolver {
  @Query(() => ChangesType, {
    description:
      "What changed in a layer from one edition to another: areas that are the same, renamed, merged, split or redrawn, and the people who are in another area than before. Decided by where areas lie and not by their codes: each is measured against all of the other edition, slivers left out. The dates of the editions do not matter: asked from the later to the earlier, what was merged is split.",
  })
  async changes(
    @Arg("from", () => ID, { description: "The edition that is taken for the earlier one, such as stp-2017." })
    from: string,
    @Arg("to", () => ID, { description: "The edition that is taken for the later one, such as icb-2024." }) to: string,
    @Arg("layer", () => LayerEnum, { description: "The areas to compare." }) layer: LayerName,
    @Ctx() { world, measurer }: Context,
  ): Promise<ChangesType> {
    const worlds = { from: editionNamed(world, from), to: editionNamed(world, to) };
    const [before, after] = [worlds.from.facts, worlds.to.facts];
    for (const facts of [before, after]) areasOfKnownLayer(facts, layer);
    const comparison = await measurer.compared(before.edition.id, after.edition.id, layer);
    return new ChangesType(worlds, layer, layerChanges(before, after, { layer, comparison }));
  }

  @FieldResolver(() => AreaChangeConnectionType, {
    description: "Every change, those that matter most first: merged, split, redrawn; then by code.",
  })
  areas(
    @Root() { found }: ChangesType,
    @Arg("kinds", () => [ChangeKindEnum], {
      nullable: true,
      description: "Only changes of these kinds; all when left out.",
    })
    kinds: ChangeKind[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
  ): Connection<AreaChangeType> {
    const wanted = orDefault(kinds, [...CHANGE_KINDS]);
    const nodes = found.changes.filter(({ kind }) => wanted.includes(kind)).map((change) => new AreaChangeType(change));
    return connection(nodes, keyOf, paging);
  }
}

function keyOf({ record: { kind, before, after } }: AreaChangeType): string {
  return JSON.stringify([kind, before[0]?.code ?? null, after[0]?.code ?? null]);
}
