import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Shapes } from "../data/shapes.js";
import type { ExplorerMap, MapOptions } from "./explorer-map.js";
import type { MapViewModel } from "./map-view-model.js";
import { DARK, LIGHT } from "./theme.js";

interface MapSpec extends Pick<MapOptions, "title" | "reader"> {
  readonly shapes: Shapes | null;
  readonly viewModel: MapViewModel | null;
  /** Called once; sets the initial position. */
  readonly onReady: (map: ExplorerMap) => void;
  readonly onFailure: (error: Error) => void;
}

/** A map in an element, created once and showing the current view model; null until it is ready. */
export function useExplorerMap(container: RefObject<HTMLDivElement | null>, spec: MapSpec): ExplorerMap | null {
  const { title, reader, shapes, viewModel, onReady, onFailure } = spec;
  const [map, setMap] = useState<ExplorerMap | null>(null);
  const isDark = useMedia("(prefers-color-scheme: dark)");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is created once
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let remove: (() => void) | null = null;
    let isMounted = true;
    // Preloaded by the page; run only after the first paint, because it blocks the main thread.
    waitForFirstPaint()
      .then(() => import("./explorer-map.js"))
      .then(({ createExplorerMap }) => createExplorerMap(element, { title, reader, theme: isDark ? DARK : LIGHT }))
      .then((created) => {
        remove = created.remove;
        if (!isMounted) return created.remove();
        onReady(created);
        setMap(created);
      })
      .catch(onFailure);
    return () => {
      isMounted = false;
      remove?.();
    };
  }, []);

  // Before the effects below, which run after the browser paints.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on any change of these
  useLayoutEffect(() => map?.expect("view-model"), [map, shapes, viewModel, isDark]);
  useEffect(() => map?.setTheme(isDark ? DARK : LIGHT), [map, isDark]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme repaints the view model
  useEffect(() => {
    if (map && shapes && viewModel) map.show(shapes, viewModel);
  }, [map, shapes, viewModel, isDark]);
  return map;
}

const MAX_WAIT_MS = 5_000; // for browsers that do not report paint times

/** Resolves once the browser has painted some of the page's content. */
export function waitForFirstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timeout = setTimeout(resolve, MAX_WAIT_MS);
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      clearTimeout(timeout);
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setHolds(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return holds;
}
