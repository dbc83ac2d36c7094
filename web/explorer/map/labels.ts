import type { Map as MapLibreMap } from "maplibre-gl";
import { labelLines, type PlacedLabel, placeLabels, type VisibleRange } from "./label-collision.js";
import type { MapLabel } from "./map-view-model.js";

export interface Labels {
  show(labels: readonly MapLabel[]): void;
  /** Restricts labels to a part of the map; another map covers the rest. */
  restrictTo(part: VisibleRange): void;
  /** The visible labels. */
  placement(): readonly PlacedLabel[];
}

/**
 * Labels as HTML over a map, in the reader's own fonts: the map itself would need glyphs from a font server.
 *
 * They follow the map as it moves; placement is computed when it stops.
 */
export function createLabels(map: MapLibreMap, container: HTMLElement): Labels {
  let labels: readonly MapLabel[] = [];
  let part: VisibleRange = (widthPx) => [0, widthPx];
  let shown: { label: MapLabel; element: HTMLElement }[] = [];

  const follow = () => {
    for (const { label, element } of shown) {
      const { x, y } = map.project([...label.centre]);
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
    }
  };
  const placement = () => {
    const { clientWidth: widthPx, clientHeight: heightPx } = map.getContainer();
    const pxPerDegree = (512 * 2 ** map.getZoom()) / 360 / Math.cos((map.getCenter().lat * Math.PI) / 180);
    const [fromPx, toPx] = part(widthPx);
    const project = ([lon, lat]: readonly [number, number]) => map.project([lon, lat]);
    return placeLabels(labels, { project, pxPerDegree, fromPx, toPx, heightPx });
  };
  const choose = () => {
    shown = placement().map(({ label }) => ({ label, element: labelElement(label) }));
    container.replaceChildren(...shown.map(({ element }) => element));
    follow();
  };
  map.on("move", follow);
  map.on("moveend", choose);
  map.on("resize", choose);
  return {
    show: (next) => {
      labels = next;
      choose();
    },
    restrictTo: (next) => {
      part = next;
      choose();
    },
    placement,
  };
}

function labelElement({ text, kind }: MapLabel): HTMLElement {
  const element = document.createElement("span");
  element.className = `map-label ${kind}`;
  element.textContent = labelLines(text).join("\n");
  return element;
}
