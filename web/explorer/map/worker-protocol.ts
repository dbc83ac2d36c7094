import type { OffThreadShapes } from "../data/shapes.js";
import type { Tier } from "../state/explorer-state.js";

/** What the map's threads are to make of far shapes. */
export interface OffThreadRequest {
  readonly shapes: OffThreadShapes;
  readonly sourceName: "footprints" | "councils" | "borders";
  readonly tier: Tier;
  /** Pairs of a council and its footprint after redrawing, as JSON; null before. */
  readonly redrawn: Blob | null;
}

/** What the page hears of features that are made; they themselves stay with the map's threads. */
export interface OffThreadSummary {
  readonly type: "FeatureCollection";
  /** Round all shapes; null when the file does not say. */
  readonly bbox: readonly number[] | null;
  readonly councilCount: number;
}

export const OFF_THREAD_SCHEME = "far-shapes";

/** By which MapLibre asks its own threads for features. */
export function offThreadUrl(mapId: string, sourceName: OffThreadRequest["sourceName"]): string {
  return `${OFF_THREAD_SCHEME}://${mapId}/${sourceName}`;
}

/** By which those ask the page what to make: each map has a scheme of its own. */
export function pageUrl(offThreadUrl: string): string {
  const { hostname, pathname } = new URL(offThreadUrl);
  return `${pageScheme(hostname)}:/${pathname}`;
}

export function pageScheme(mapId: string): string {
  return `page-of-${mapId}`;
}
