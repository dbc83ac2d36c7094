import type { LonLatBox } from "@coterminous/overlap";
import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { Authority, Footprint, Member } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { MinZooms } from "../../model/topology.js";

type Area = Footprint | Authority | Member;

const MAX_AREAS = 2_000; // of a layer that is drawn at every zoom: a tile of all its areas stays small
const MIN_AREA_PX2 = 64; // of the mean area of a larger one: 8 pixels each way
const EQUATOR_M = 40_075_016.7; // of WGS 84, which the web map's plane is made from
const TILE_PX = 512; // along a tile, as clients draw it

/** The zooms from which on the layers of an edition are drawn: 0, but for layers of areas too many and too small to be seen. */
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

/** How long the world's width is at an area's latitude, metres. */
function parallelLengthM([, south, , north]: LonLatBox): number {
  return EQUATOR_M * Math.cos((((south + north) / 2) * Math.PI) / 180);
}
