import type { OffThreadShapes } from "../data/shapes.js";
import type { Tier } from "../state/explorer-state.js";

/** A request to MapLibre's workers for the features of one source. */
export interface OffThreadRequest {
  readonly shapes: OffThreadShapes;
  readonly sourceName: "footprints" | "councils" | "borders";
  readonly tier: Tier;
  /** JSON pairs of a council and its footprint after redrawing; null when not redrawn. */
  readonly redrawn: Blob | null;
}

/** What the page receives about the features; they themselves stay in the workers. */
export interface OffThreadSummary {
  readonly type: "FeatureCollection";
  /** Of all shapes; null when the file has none. */
  readonly bbox: readonly number[] | null;
  readonly councilCount: number;
}

export const OFF_THREAD_SCHEME = "off-thread-shapes";

/** The URL by which MapLibre requests features from its workers. */
export function offThreadUrl(mapId: string, sourceName: OffThreadRequest["sourceName"]): string {
  return `${OFF_THREAD_SCHEME}://${mapId}/${sourceName}`;
}

/** The URL by which a worker requests its task from the page: each map has its own scheme. */
export function pageUrl(offThreadUrl: string): string {
  const { hostname, pathname } = new URL(offThreadUrl);
  return `${pageScheme(hostname)}:/${pathname}`;
}

export function pageScheme(mapId: string): string {
  return `page-of-${mapId}`;
}
