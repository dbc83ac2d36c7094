import type { Boundary, LonLatBox } from "@coterminous/overlap";
import { type EditionCatalog, type EditionEntry, resolveEdition } from "../../../api/context.js";
import type { IndexedFacts } from "../../../model/facts.js";
import type { LayerName } from "../../../model/layer.js";

/** Counts of an edition, for estimating the cost of a query. At least 1 each. */
export interface EditionStatistics {
  readonly footprints: number;
  readonly authorities: number;
  readonly members: number;
  readonly overlaps: number;
  /** Authorities with overlaps of any thickness with two or more footprints: an upper bound on spanning ones. */
  readonly spanning: number;
  readonly claims: number;
  readonly areasMeeting: BboxCandidates;
  /** Areas of a layer, those of both tiers for either. */
  areaCount(layer: LayerName): number;
}

/** Counts of all served editions. */
export interface DatasetStatistics {
  readonly editionCount: number;
  /** The maximum of each count over the editions. */
  readonly largest: EditionStatistics;
  /** The edition of an argument, as `resolveEdition` reads it; the default edition when there is none. */
  of(editionId: unknown): EditionStatistics;
}

/** Computes the counts of a catalog. */
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

// An unknown edition is rejected when the query runs, whatever its cost.
function editionOrDefault(world: EditionCatalog, editionId: unknown): EditionEntry {
  try {
    return resolveEdition(world, typeof editionId === "string" ? editionId : null);
  } catch {
    return world.defaultEdition;
  }
}

/** How many areas of a layer may overlap a geometry from a client, whose positions are not validated yet. */
export type BboxCandidates = (layer: LayerName, geometry: Boundary) => number;

/** Counts areas by bbox: an upper bound on the areas found by measuring. */
export function bboxCandidates({ footprints, authorities, members }: IndexedFacts): BboxCandidates {
  const layers = { footprints, upper_tier: authorities, lower_tier: authorities, members };
  return (layer, geometry) => {
    const box = computeBbox(geometry);
    let count = 0;
    for (const { bbox } of layers[layer]) if (box === null || mayIntersect(bbox, box)) count += 1;
    return count;
  };
}

/** The bbox of the outer rings; null when a position is invalid. */
function computeBbox({ type, coordinates }: Boundary): LonLatBox | null {
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

// A bbox across the antimeridian, with west greater than east, may intersect at any longitude.
function mayIntersect([west, south, east, north]: LonLatBox, other: LonLatBox): boolean {
  if (north < other[1] || south > other[3]) return false;
  return west > east || (east >= other[0] && west <= other[2]);
}
