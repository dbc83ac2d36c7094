import type { LonLatBox } from "@coterminous/overlap";
import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { Authority, Footprint, Member } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { MinZooms } from "../../model/topology.js";

type Area = Footprint | Authority | Member;

const MAX_AREAS = 2_000; // of a layer drawn at every zoom: a tile with all its areas stays small
const MIN_AREA_PX2 = 64; // of the mean area of a larger layer, square pixels: 8 by 8
const EQUATOR_M = 40_075_016.7; // WGS 84, the ellipsoid of Web Mercator
const TILE_PX = 512; // width of a tile on screen

/** The minimum zoom of each layer: 0, or higher for a layer whose areas are too many and too small to see. */
export function minZooms({ footprints, authorities, members }: IndexedFacts): MinZooms {
  const upper = minZoom(authorities.filter(({ tiers }) => tiers.includes("UPPER")));
  const lower = minZoom(authorities.filter(({ tiers }) => tiers.includes("LOWER")));
  return {
    footprints: minZoom(footprints),
    upper_tier: upper,
    lower_tier: lower,
    members: minZoom(members),
    overlaps: Math.max(upper, lower),
  };
}

function minZoom(areas: readonly Area[]): number {
  if (areas.length <= MAX_AREAS) return 0;
  const turns2 = areas.reduce((sum, { areaM2, bbox }) => sum + areaM2 / parallelLengthM(bbox) ** 2, 0) / areas.length;
  const zoom = Math.ceil(Math.log2(Math.sqrt(MIN_AREA_PX2 / turns2) / TILE_PX));
  return Math.max(0, Math.min(MAX_ZOOM, zoom));
}

/** Length of the parallel at a box's middle latitude, metres. */
function parallelLengthM([, south, , north]: LonLatBox): number {
  return EQUATOR_M * Math.cos((((south + north) / 2) * Math.PI) / 180);
}
