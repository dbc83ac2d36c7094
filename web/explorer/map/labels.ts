import type { Map as MapLibreMap } from "maplibre-gl";
import { fittingLabels, labelLines, type PlacedLabel, type SeenPart } from "./label-boxes.js";
import type { MapLabel } from "./map-picture.js";

export interface Labels {
  show(labels: readonly MapLabel[]): void;
  /** Keeps to a part of the map: the rest is hidden by another. */
  keepTo(part: SeenPart): void;
  /** What can be seen now. */
  placed(): readonly PlacedLabel[];
}

/**
 * Labels as HTML over a map, in the reader's own fonts: the map itself would need glyphs from a font server.
 *
 * They follow the map as it moves; which of them fit is worked out when it rests.
 */
export function createLabels(map: MapLibreMap, container: HTMLElement): Labels {
  let labels: readonly MapLabel[] = [];
  let part: SeenPart = (widthPx) => [0, widthPx];
  let shown: { label: MapLabel; element: HTMLElement }[] = [];

  const follow = () => {
    for (const { label, element } of shown) {
      const { x, y } = map.project([...label.centre]);
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
    }
  };
  const placed = () => {
    const { clientWidth: widthPx, clientHeight: heightPx } = map.getContainer();
    const pxPerDegree = (512 * 2 ** map.getZoom()) / 360 / Math.cos((map.getCenter().lat * Math.PI) / 180);
    const [fromPx, toPx] = part(widthPx);
    const project = ([lon, lat]: readonly [number, number]) => map.project([lon, lat]);
    return fittingLabels(labels, { project, pxPerDegree, fromPx, toPx, heightPx });
  };
  const choose = () => {
    shown = placed().map(({ label }) => ({ label, element: labelElement(label) }));
    container.replaceChildren(...shown.map(({ element }) => element));
    follow();
  };
  map.on("move", follow);
  map.on("moveend", choose);
  map.on("resize", choose);
  return {
    show: (wanted) => {
      labels = wanted;
      choose();
    },
    keepTo: (wanted) => {
      part = wanted;
      choose();
    },
    placed,
  };
}

function labelElement({ text, kind }: MapLabel): HTMLElement {
  const element = document.createElement("span");
  element.className = `map-label ${kind}`;
  element.textContent = labelLines(text).join("\n");
  return element;
}
