import type { Map as MapLibreMap } from "maplibre-gl";
import type { Camera } from "../state/explorer-state.js";
import { outline } from "./apply-view-model.js";

/** A point on the map, from its left and top edges. */
export interface ScreenPoint {
  readonly xPx: number;
  readonly yPx: number;
}

/** The areas under the pointer, and its position. */
export interface Hover extends ScreenPoint {
  readonly footprint: string | null;
  readonly council: string | null;
}

/** Callbacks for the reader's actions on a map. */
export interface MapListener {
  readonly onHover: (hover: Hover | null) => void;
  readonly onClick: (under: Hover) => void;
  readonly onZoom: (zoom: number) => void;
  /** The reader has moved the map. */
  readonly onCamera: (camera: Camera) => void;
}

/** Finds the areas at a point on the map. */
export function createAreaLookup(map: MapLibreMap): (place: ScreenPoint) => Hover {
  return ({ xPx, yPx }) => {
    const found = map.queryRenderedFeatures([xPx, yPx], { layers: ["footprint-fill", "council-hit"] });
    const code = (source: string) => found.find((feature) => feature.source === source)?.properties.code ?? null;
    return { footprint: code("footprints"), council: code("councils"), xPx, yPx };
  };
}

/** Reports the pointer and the camera to a listener, and outlines the footprint under the pointer. */
export function attachListener(map: MapLibreMap, reader: MapListener, under: (place: ScreenPoint) => Hover): void {
  let outlinedCode: string | null = null;
  const outlineHover = (code: string | null) => {
    if (code === outlinedCode) return;
    outlinedCode = code;
    outline(map, "hovered", code);
  };
  map.on("mousemove", ({ point }) => {
    const hover = under({ xPx: point.x, yPx: point.y });
    const isOnLand = hover.footprint !== null || hover.council !== null;
    outlineHover(hover.footprint);
    map.getCanvas().style.cursor = isOnLand ? "pointer" : "";
    reader.onHover(isOnLand ? hover : null);
  });
  map.on("mouseout", () => {
    outlineHover(null);
    reader.onHover(null);
  });
  map.on("click", ({ point }) => reader.onClick(under({ xPx: point.x, yPx: point.y })));
  map.on("moveend", ({ originalEvent }) => {
    if (!originalEvent) return;
    const { lng: lon, lat } = map.getCenter();
    reader.onCamera({ zoom: map.getZoom(), lat, lon });
  });
  map.on("zoomend", () => reader.onZoom(map.getZoom()));
}
