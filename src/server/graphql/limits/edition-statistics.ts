import type { Boundary, LonLatBox } from "@coterminous/overlap";
import { type EditionCatalog, type EditionEntry, resolveEdition } from "../../../api/context.js";
import type { IndexedFacts } from "../../../model/facts.js";
import type { LayerName } from "../../../model/layer.js";

/** How much there is of each thing in an edition, for estimating what a query will cost. At least 1 of each. */
export interface EditionStatistics {
  readonly footprints: number;
  readonly authorities: number;
  readonly members: number;
  readonly overlaps: number;
  /** Authorities with an overlap of any thickness with two footprints or more: no more than these can be spanning. */
  readonly spanning: number;
  readonly claims: number;
  readonly areasMeeting: BboxCandidates;
  /** Areas of a layer, those of both tiers for either. */
  areaCount(layer: LayerName): number;
}

/** How much there is of each thing in the editions that are served. */
export interface DatasetStatistics {
  readonly editionCount: number;
  /** The most that any edition has of each thing. */
  readonly largest: EditionStatistics;
  /** The edition that an argument means, as `editionNamed` reads it; of the default one where it means none. */
  of(editionId: unknown): EditionStatistics;
}

/** Counts what a world holds. */
export function datasetStatistics(world: EditionCatalog): DatasetStatistics {
  const sizes = new Map(
    [...world.editions.values()].map((edition) => [edition, editionStatistics(edition.facts)] as const),
  );
  const all = [...sizes.values()];
  const max = (of: (size: EditionStatistics) => number) => Math.max(...all.map(of));
  const largest: EditionStatistics = {
    footprints: max(({ footprints }) => footprints),
    authorities: max(({ authorities }) => authorities),
    members: max(({ members }) => members),
    overlaps: max(({ overlaps }) => overlaps),
    spanning: max(({ spanning }) => spanning),
    claims: max(({ claims }) => claims),
    areasMeeting: (layer, geometry) => max((size) => size.areasMeeting(layer, geometry)),
    areaCount: (layer) => max((size) => size.areaCount(layer)),
  };
  return {
    editionCount: all.length,
    largest,
    of: (editionId) => sizes.get(editionOrDefault(world, editionId)) ?? largest,
  };
}

function editionStatistics(facts: IndexedFacts): EditionStatistics {
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
    areasMeeting: bboxCandidates(facts),
    areaCount: (layer) => counts[layer],
  };
}

// What names no edition is refused when it is run, whatever it would have cost.
function editionOrDefault(world: EditionCatalog, editionId: unknown): EditionEntry {
  try {
    return resolveEdition(world, typeof editionId === "string" ? editionId : null);
  } catch {
    return world.defaultEdition;
  }
}

/** How many areas of a layer may share land with a geometry as a client sends it, its positions not checked yet. */
export type BboxCandidates = (layer: LayerName, geometry: Boundary) => number;

/** Counts areas by their boxes: no fewer than are found when it is measured. */
export function bboxCandidates({ footprints, authorities, members }: IndexedFacts): BboxCandidates {
  const layers = { footprints, upper_tier: authorities, lower_tier: authorities, members };
  return (layer, geometry) => {
    const box = boxOf(geometry);
    let count = 0;
    for (const { bbox } of layers[layer]) if (box === null || mayIntersect(bbox, box)) count += 1;
    return count;
  };
}

/** null when its positions say nothing of where it lies. */
function boxOf({ type, coordinates }: Boundary): LonLatBox | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons: readonly unknown[] = type === "Polygon" ? [coordinates] : coordinates;
  for (const polygon of polygons) {
    const outer: unknown = Array.isArray(polygon) ? polygon[0] : null;
    if (!Array.isArray(outer)) return null;
    for (const position of outer) {
      const [lon, lat]: readonly unknown[] = Array.isArray(position) ? position : [];
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
      box[0] = Math.min(box[0], lon as number);
      box[1] = Math.min(box[1], lat as number);
      box[2] = Math.max(box[2], lon as number);
      box[3] = Math.max(box[3], lat as number);
    }
  }
  return box;
}

// A box over the antimeridian, its west larger than its east, may be met at any longitude.
function mayIntersect([west, south, east, north]: LonLatBox, other: LonLatBox): boolean {
  if (north < other[1] || south > other[3]) return false;
  return west > east || (east >= other[0] && west <= other[2]);
}
