import { type EditionWorld, editionNamed, type World } from "../../graphql/world.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { LayerName } from "../../model/layer.js";
import { type AreasMeeting, areasMeeting } from "./areas-meeting.js";

/** How much there is of each thing in an edition, for estimating what a query will cost. At least 1 of each. */
export interface EditionSize {
  readonly footprints: number;
  readonly authorities: number;
  readonly members: number;
  readonly overlaps: number;
  /** Authorities with an overlap of any thickness with two footprints or more: no more than these can be spanning. */
  readonly spanning: number;
  readonly claims: number;
  readonly areasMeeting: AreasMeeting;
  /** Areas of a layer, those of both tiers for either. */
  areaCount(layer: LayerName): number;
}

/** How much there is of each thing in the editions that are served. */
export interface DataSize {
  readonly editionCount: number;
  /** The most that any edition has of each thing. */
  readonly largest: EditionSize;
  /** The edition that an argument means, as `editionNamed` reads it; of the default one where it means none. */
  of(editionId: unknown): EditionSize;
}

/** Counts what a world holds. */
export function dataSize(world: World): DataSize {
  const sizes = new Map([...world.editions.values()].map((edition) => [edition, editionSize(edition.facts)] as const));
  const all = [...sizes.values()];
  const most = (of: (size: EditionSize) => number) => Math.max(...all.map(of));
  const largest: EditionSize = {
    footprints: most(({ footprints }) => footprints),
    authorities: most(({ authorities }) => authorities),
    members: most(({ members }) => members),
    overlaps: most(({ overlaps }) => overlaps),
    spanning: most(({ spanning }) => spanning),
    claims: most(({ claims }) => claims),
    areasMeeting: (layer, geometry) => most((size) => size.areasMeeting(layer, geometry)),
    areaCount: (layer) => most((size) => size.areaCount(layer)),
  };
  return {
    editionCount: all.length,
    largest,
    of: (editionId) => sizes.get(editionMeant(world, editionId)) ?? largest,
  };
}

function editionSize(facts: IndexedFacts): EditionSize {
  const { footprints, authorities, members, overlaps, overlapsByAuthority, claims } = facts;
  const counts: Readonly<Record<LayerName, number>> = {
    footprints: footprints.length,
    upper_tier: authorities.length,
    lower_tier: authorities.length,
    members: members.length,
  };
  const spanning = [...overlapsByAuthority.values()].filter((own) => own.length > 1);
  return {
    footprints: Math.max(1, footprints.length),
    authorities: Math.max(1, authorities.length),
    members: Math.max(1, members.length),
    overlaps: Math.max(1, overlaps.length),
    spanning: Math.max(1, spanning.length),
    claims: Math.max(1, claims.length),
    areasMeeting: areasMeeting(facts),
    areaCount: (layer) => counts[layer],
  };
}

// What names no edition is refused when it is run, whatever it would have cost.
function editionMeant(world: World, editionId: unknown): EditionWorld {
  try {
    return editionNamed(world, typeof editionId === "string" ? editionId : null);
  } catch {
    return world.defaultEdition;
  }
}
