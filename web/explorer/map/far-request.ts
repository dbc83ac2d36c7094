import type { FarShapes } from "../data/shapes.js";
import type { Tier } from "../state/explorer-state.js";

/** What the map's threads are to make of far shapes. */
export interface FarRequest {
  readonly shapes: FarShapes;
  readonly wanted: "footprints" | "councils" | "borders";
  readonly tier: Tier;
  /** Pairs of a council and its footprint after redrawing, as JSON; null before. */
  readonly redrawn: Blob | null;
}

/** What the page hears of features that are made; they themselves stay with the map's threads. */
export interface FarSummary {
  readonly type: "FeatureCollection";
  /** Round all shapes; null when the file does not say. */
  readonly bbox: readonly number[] | null;
  readonly councilCount: number;
}

export const FAR_SCHEME = "far-shapes";

/** By which MapLibre asks its own threads for features. */
export function farAddress(mapId: string, wanted: FarRequest["wanted"]): string {
  return `${FAR_SCHEME}://${mapId}/${wanted}`;
}

/** By which those ask the page what to make: each map has a scheme of its own. */
export function pageAddress(farAddress: string): string {
  const { hostname, pathname } = new URL(farAddress);
  return `${pageScheme(hostname)}:/${pathname}`;
}

export function pageScheme(mapId: string): string {
  return `page-of-${mapId}`;
}
