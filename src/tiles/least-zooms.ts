import type { Authority, Footprint, Member } from "../model/area.js";
import type { LonLatBox } from "../model/boundary.js";
import type { IndexedFacts } from "../model/facts.js";
import type { LeastZooms } from "../model/topology.js";
import { MOST_ZOOM } from "../topology/zoom-topologies.js";

type Area = Footprint | Authority | Member;

const MOST_AREAS = 2_000; // of a layer that is drawn at every zoom: a tile of all its areas stays small
const LEAST_AREA_PX = 64; // of the mean area of a larger one: 8 pixels each way
const EQUATOR_M = 40_075_016.7; // of WGS 84, which the web map's plane is made from
const PIXELS = 512; // along a tile, as clients draw it

/** The zooms from which on the layers of an edition are drawn: 0, but for layers of areas too many and too small to be seen. */
export function leastZooms({ footprints, authorities, members }: IndexedFacts): LeastZooms {
  const upper = leastZoom(authorities.filter(({ tiers }) => tiers.includes("UPPER")));
  const lower = leastZoom(authorities.filter(({ tiers }) => tiers.includes("LOWER")));
  return {
    footprints: leastZoom(footprints),
    upper_tier: upper,
    lower_tier: lower,
    members: leastZoom(members),
    overlaps: Math.max(upper, lower),
  };
}

function leastZoom(areas: readonly Area[]): number {
  if (areas.length <= MOST_AREAS) return 0;
  const turns2 = areas.reduce((sum, { areaM2, bbox }) => sum + areaM2 / turnM(bbox) ** 2, 0) / areas.length;
  const zoom = Math.ceil(Math.log2(Math.sqrt(LEAST_AREA_PX / turns2) / PIXELS));
  return Math.max(0, Math.min(MOST_ZOOM, zoom));
}

/** How long the world's width is at an area's latitude, metres. */
function turnM([, south, , north]: LonLatBox): number {
  return EQUATOR_M * Math.cos((((south + north) / 2) * Math.PI) / 180);
}
