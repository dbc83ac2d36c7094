import "maplibre-gl/dist/maplibre-gl.css";
import {
  AttributionControl,
  LngLat,
  Map as MapLibreMap,
  NavigationControl,
  type PaddingOptions,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Box } from "../data/overview.js";
import type { Shapes } from "../data/shapes.js";
import type { Camera } from "../state/explorer-state.js";
import { widthDeg } from "./boxes-meet.js";
import { hatch } from "./hatch.js";
import type { PlacedLabel, SeenPart } from "./label-boxes.js";
import { createLabels } from "./labels.js";
import type { MapPicture } from "./map-picture.js";
import { areasUnder, type Hover, type Place, type Reader, tellReader } from "./reader.js";
import { showPicture } from "./show-picture.js";
import { createSources } from "./sources.js";
import { layers, style } from "./style.js";
import type { Theme } from "./theme.js";

export interface MapOptions {
  readonly title: string;
  readonly theme: Theme;
  /** Who is told of the pointer and of moves; null for a map that only shows. */
  readonly reader: Reader | null;
}

/** What a map is told apart: what it shows and where it looks. */
export type Expected = "picture" | "place";

/** The map on the page. */
export interface ExplorerMap {
  /** Says that another picture or place will be asked for in a moment: what is drawn until then is not complete. */
  expect(what: Expected): void;
  show(shapes: Shapes, picture: MapPicture): void;
  setAttribution(text: string): void;
  setTheme(theme: Theme): void;
  lookAt(place: Camera | Box, options?: { readonly isSudden?: boolean }): void;
  /** The areas at a place on the map. */
  under(place: Place): Hover;
  /** Labels only what lies wholly in a part of the map. */
  labelOnly(part: SeenPart): void;
  /** Looks where another map looks from now on; gives how to stop. */
  follow(other: ExplorerMap): () => void;
  /** The picture as it stands, with its labels, once it is complete. */
  snapshot(): Promise<Snapshot>;
  /** Takes the map away. */
  remove(): void;
  readonly map: MapLibreMap;
}

/** A map's picture, and its labels on it. */
export interface Snapshot {
  readonly canvas: HTMLCanvasElement;
  readonly labels: readonly PlacedLabel[];
}

type PaintProperty = Parameters<MapLibreMap["setPaintProperty"]>[1];

const RAD = Math.PI / 180;
const FLIGHT_MS = 700;
const SAME_PLACE_DEG = 1e-3;

/** Starts an empty map in an element; resolves when it can be drawn on. */
export async function createExplorerMap(container: HTMLElement, options: MapOptions): Promise<ExplorerMap> {
  performance.mark("map-started"); // these two are for bench/page.ts and for anyone's profiler
  setWorkerUrl(workerUrl);
  const { reader } = options;
  let theme = options.theme;
  const map = new MapLibreMap({
    container,
    style: style(theme),
    center: [-2.2, 52.9],
    zoom: 5.6,
    maxZoom: 14,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: true, // for areas on both sides of the antimeridian
    fadeDuration: 0,
    attributionControl: false,
    interactive: reader !== null,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
    locale: { "Map.Title": options.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (reader) {
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new ScaleControl({ unit: "metric", maxWidth: 120 }), "bottom-right");
  }
  await map.once("style.load");
  map.addImage("hatch", hatch([150, 158, 170], [222, 226, 232]));

  const layerOfLabels = document.createElement("div");
  layerOfLabels.className = "map-labels";
  layerOfLabels.ariaHidden = "true"; // the same names are in the lists
  map.getCanvasContainer().after(layerOfLabels);
  const labels = createLabels(map, layerOfLabels);

  const under = areasUnder(map);
  if (reader) tellReader(map, reader, under);

  // Whether what the map shows is complete: for tests and for pictures of the page.
  const expected = new Set<Expected>(["picture"]);
  const isIncomplete = () => {
    container.dataset.shown = "no";
  };
  const isAsked = (what: Expected) => {
    isIncomplete();
    expected.delete(what);
    map.triggerRepaint(); // what changes nothing is complete too
  };
  map.on("movestart", isIncomplete);
  let hasBeenComplete = false;
  map.on("idle", () => {
    if (expected.size > 0) return;
    container.dataset.shown = "yes";
    if (!hasBeenComplete) performance.mark("map-complete");
    hasBeenComplete = true;
  });

  // The page's head may still change its height after the map has begun: what was to be seen whole stays so, until the
  // reader moves the map.
  let wholeBox: Box | null = null;
  map.on("movestart", ({ originalEvent }) => {
    if (originalEvent) wholeBox = null;
  });
  map.on("resize", () => {
    const camera = wholeBox && cameraOn(map, wholeBox);
    if (camera) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  });

  let attribution: AttributionControl | null = null;
  const sources = createSources(map);
  let last: MapPicture | null = null;
  return {
    map,
    expect: (what) => {
      isIncomplete();
      expected.add(what);
    },
    show: (shapes, picture) => {
      const paint = () => {
        showPicture(map, picture, theme);
        labels.show(picture.labels);
        isAsked("picture");
      };
      last = picture;
      const made = sources.show(shapes, picture);
      if (made === null) return paint();
      isIncomplete();
      expected.add("picture");
      // Until its features are there the map shows the picture before; it may be told to show another meanwhile.
      made.then(() => last === picture && paint()).catch((error: unknown) => map.fire("error", { error }));
    },
    setAttribution: (text) => {
      if (attribution) map.removeControl(attribution);
      attribution = new AttributionControl({ compact: true, customAttribution: text });
      map.addControl(attribution, "bottom-right");
      // Folded at first: the whole text stands under the panel too.
      const folded = container.querySelector("details.maplibregl-ctrl-attrib");
      folded?.classList.remove("maplibregl-compact-show");
      folded?.removeAttribute("open");
    },
    setTheme: (next) => {
      theme = next;
      for (const { id, paint } of layers(theme)) {
        for (const [name, value] of Object.entries(paint ?? {}))
          map.setPaintProperty(id, name as PaintProperty, value as never);
      }
    },
    lookAt: (place, { isSudden = false } = {}) => {
      isAsked("place");
      wholeBox = "zoom" in place ? null : place;
      const duration = isSudden ? 0 : FLIGHT_MS; // a jump for readers who want no motion: MapLibre asks the browser
      const camera = "zoom" in place ? place : cameraOn(map, place);
      if (camera && !isAt(map, camera)) map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration });
    },
    under,
    labelOnly: labels.keepTo,
    follow: ({ map: other }) => {
      const follow = () => void map.jumpTo({ center: other.getCenter(), zoom: other.getZoom() });
      follow();
      other.on("move", follow);
      return () => void other.off("move", follow);
    },
    remove: () => {
      sources.close();
      map.remove();
    },
    snapshot: async () => {
      const drawn = map.once("render");
      map.triggerRepaint();
      await drawn;
      const canvas = document.createElement("canvas");
      canvas.width = map.getCanvas().width;
      canvas.height = map.getCanvas().height;
      canvas.getContext("2d")?.drawImage(map.getCanvas(), 0, 0);
      return { canvas, labels: labels.placed() };
    },
  };
}

const KEY_PX = 300; // what the key covers on the left of a wide map
const WIDE_PX = 760;
const CLOSEST_ZOOM = 11; // however small an area is
const LARGE_DEG = 6; // an area so wide, and higher than wide, leaves the key its corner: England does

/** Where to look to see a box whole, beside the map's key. */
function cameraOn(map: MapLibreMap, box: Box): Camera | null {
  const [west, south, , north] = box;
  const padding = paddingPx(map.getContainer(), box);
  const seen = map.cameraForBounds([west, south, west + widthDeg(box), north], { padding, maxZoom: CLOSEST_ZOOM });
  if (!seen?.center || seen.zoom === undefined) return null;
  const { lng: lon, lat } = LngLat.convert(seen.center);
  return { zoom: seen.zoom, lat, lon };
}

function paddingPx({ clientWidth, clientHeight }: HTMLElement, box: Box): PaddingOptions {
  const [, south, , north] = box;
  const all = Math.round(Math.min(clientWidth, clientHeight) * 0.05);
  const isHigh = widthDeg(box) * Math.cos(((south + north) / 2) * RAD) < north - south;
  const needsRoom = clientWidth > WIDE_PX && !(widthDeg(box) > LARGE_DEG && isHigh);
  return { top: all, bottom: all, right: all, left: needsRoom ? KEY_PX : all };
}

function isAt(map: MapLibreMap, { zoom, lat, lon }: Camera): boolean {
  const centre = map.getCenter();
  const awayDeg = Math.max(Math.abs(centre.lat - lat), Math.abs(centre.lng - lon));
  return awayDeg * 2 ** zoom < SAME_PLACE_DEG * 2 ** 10 && Math.abs(map.getZoom() - zoom) < 0.01;
}
