import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Shapes } from "../data/shapes.js";
import type { Camera } from "../state/explorer-state.js";
import type { Bbox } from "./bbox.js";
import type { ExplorerMap } from "./explorer-map.js";
import type { Hover } from "./map-events.js";
import type { MapViewModel } from "./map-view-model.js";
import { useExplorerMap } from "./use-explorer-map.js";

interface MapPaneProps {
  readonly title: string;
  readonly attribution: string;
  readonly shapes: Shapes | null;
  readonly viewModel: MapViewModel | null;
  /** Where to look; a new value moves the map. null leaves it where it is. */
  readonly place: Camera | Bbox | null;
  readonly tooltip: (hover: Hover) => ComponentChildren;
  readonly onSelect: (under: Hover) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onReady: (map: ExplorerMap) => void;
  readonly onFailure: (error: Error) => void;
  /** An overlay of the same size as the map. */
  readonly over?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The map: runs its code after the first paint, then shows the view model. */
export function MapPane(props: MapPaneProps) {
  const { title, attribution, shapes, viewModel, place, onReady, onFailure } = props;
  const container = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const lastPlace = useRef<Camera | Bbox | null>(null);
  const map = useExplorerMap(container, {
    ...{ title, shapes, viewModel, onFailure },
    reader: {
      onHover: setHover,
      onClick: (under) => latest.current.onSelect(under),
      onZoom: (zoom) => latest.current.onZoom(zoom),
      onCamera: (camera) => latest.current.onCamera(camera),
    },
    onReady: (ready) => {
      lastPlace.current = latest.current.place;
      if (lastPlace.current) ready.lookAt(lastPlace.current, { isSudden: true });
      onReady(ready);
    },
  });

  useEffect(() => map?.setAttribution(attribution), [map, attribution]);
  useLayoutEffect(() => {
    if (place && place !== lastPlace.current) map?.expect("place");
  }, [map, place]);
  useEffect(() => {
    if (!map || !place || place === lastPlace.current) return;
    lastPlace.current = place;
    // An empty map jumps.
    map.lookAt(place, { isSudden: latest.current.viewModel === null });
  }, [map, place]);

  return (
    <section class="map-pane" aria-label="Map">
      <div class="map-frame">
        <div class="map" ref={container} />
        {props.over}
      </div>
      {hover && (
        <div class="map-tooltip" style={tooltipPosition(hover, container.current)} aria-hidden="true">
          {props.tooltip(hover)}
        </div>
      )}
      {props.children}
    </section>
  );
}

function tooltipPosition({ xPx, yPx }: Hover, container: HTMLElement | null): Record<string, string> {
  const { clientWidth = 0, clientHeight = 0 } = container ?? {};
  const across = xPx > clientWidth / 2 ? { right: `${clientWidth - xPx + 14}px` } : { left: `${xPx + 14}px` };
  const down = yPx > clientHeight / 2 ? { bottom: `${clientHeight - yPx + 10}px` } : { top: `${yPx + 10}px` };
  return { ...across, ...down };
}
