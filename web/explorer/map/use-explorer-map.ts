import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Shapes } from "../data/shapes.js";
import { useMedia } from "../parts/use-media.js";
import type { ExplorerMap, MapOptions } from "./explorer-map.js";
import { firstPaint } from "./first-paint.js";
import type { MapPicture } from "./map-picture.js";
import { DARK, LIGHT } from "./theme.js";

interface Wanted extends Pick<MapOptions, "title" | "reader"> {
  readonly shapes: Shapes | null;
  readonly picture: MapPicture | null;
  /** Once it is there; the first look is up to this. */
  readonly onReady: (map: ExplorerMap) => void;
  readonly onFailure: (error: Error) => void;
}

/** A map in an element, made once and showing the picture that it is given; null until it is there. */
export function useExplorerMap(container: RefObject<HTMLDivElement | null>, wanted: Wanted): ExplorerMap | null {
  const { title, reader, shapes, picture, onReady, onFailure } = wanted;
  const [map, setMap] = useState<ExplorerMap | null>(null);
  const isDark = useMedia("(prefers-color-scheme: dark)");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let remove: (() => void) | null = null;
    let isWanted = true;
    // Fetched already, by the page's head; run only now, as it holds the browser up for a good while.
    firstPaint()
      .then(() => import("./explorer-map.js"))
      .then(({ createExplorerMap }) => createExplorerMap(element, { title, reader, theme: isDark ? DARK : LIGHT }))
      .then((made) => {
        remove = made.remove;
        if (!isWanted) return made.remove();
        onReady(made);
        setMap(made);
      })
      .catch(onFailure);
    return () => {
      isWanted = false;
      remove?.();
    };
  }, []);

  // Before the effects below, which wait for the browser to paint.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever of these is another
  useLayoutEffect(() => map?.expect("picture"), [map, shapes, picture, isDark]);
  useEffect(() => map?.setTheme(isDark ? DARK : LIGHT), [map, isDark]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme colours the picture anew
  useEffect(() => {
    if (map && shapes && picture) map.show(shapes, picture);
  }, [map, shapes, picture, isDark]);
  return map;
}
