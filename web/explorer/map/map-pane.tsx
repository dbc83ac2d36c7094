import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Topology } from "topojson-specification";
import type { Box } from "../data/overview.js";
import { useMedia } from "../parts/use-media.js";
import type { Camera } from "../state/explorer-state.js";
import type { ExplorerMap, Hover } from "./explorer-map.js";
import { firstPaint } from "./first-paint.js";
import type { MapPicture } from "./map-picture.js";
import { DARK, LIGHT } from "./theme.js";

interface MapPaneProps {
  readonly title: string;
  readonly attribution: string;
  readonly topology: Topology | null;
  readonly picture: MapPicture | null;
  /** Where to look; another value moves the map there. */
  readonly place: Camera | Box;
  readonly tooltip: (hover: Hover) => ComponentChildren;
  readonly onSelect: (under: Hover) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onReady: (map: ExplorerMap) => void;
  readonly onFailure: (error: Error) => void;
  readonly children?: ComponentChildren;
}

/** The map: runs its code after the first paint, then shows the picture that it is given. */
export function MapPane(props: MapPaneProps) {
  const { title, attribution, topology, picture, place, onReady, onFailure } = props;
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<ExplorerMap | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const isDark = useMedia("(prefers-color-scheme: dark)");
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once
  useEffect(() => {
    if (!container.current) return;
    const element = container.current;
    // Fetched already, by the page's head; run only now, as it holds the browser up for a good while.
    firstPaint()
      .then(() => import("./explorer-map.js"))
      .then(({ createExplorerMap }) =>
        createExplorerMap(element, {
          title,
          isStill,
          theme: isDark ? DARK : LIGHT,
          onHover: setHover,
          onClick: (under) => latest.current.onSelect(under),
          onZoom: (zoom) => latest.current.onZoom(zoom),
          onCamera: (camera) => latest.current.onCamera(camera),
        }),
      )
      .then((made) => {
        made.lookAt(latest.current.place, { isSudden: true });
        setMap(made);
        onReady(made);
      })
      .catch(onFailure);
  }, []);

  useEffect(() => map?.setTheme(isDark ? DARK : LIGHT), [map, isDark]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme colours the picture anew
  useEffect(() => {
    if (map && topology && picture) map.show(topology, picture);
  }, [map, topology, picture, isDark]);
  useEffect(() => map?.setAttribution(attribution), [map, attribution]);
  const isFirstPlace = useRef(true);
  useEffect(() => {
    if (!map) return;
    if (!isFirstPlace.current) map.lookAt(place);
    isFirstPlace.current = false;
  }, [map, place]);

  return (
    <section class="map-pane" aria-label="Map">
      <div class="map" ref={container} />
      {hover && (
        <div class="map-tooltip" style={tooltipPlace(hover, container.current)} aria-hidden="true">
          {props.tooltip(hover)}
        </div>
      )}
      {props.children}
    </section>
  );
}

function tooltipPlace({ xPx, yPx }: Hover, container: HTMLElement | null): Record<string, string> {
  const { clientWidth = 0, clientHeight = 0 } = container ?? {};
  const across = xPx > clientWidth / 2 ? { right: `${clientWidth - xPx + 14}px` } : { left: `${xPx + 14}px` };
  const down = yPx > clientHeight / 2 ? { bottom: `${clientHeight - yPx + 10}px` } : { top: `${yPx + 10}px` };
  return { ...across, ...down };
}
