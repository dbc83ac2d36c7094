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
import type { Shapes } from "../data/shapes.js";
import type { Camera } from "../state/explorer-state.js";
import { applyViewModel } from "./apply-view-model.js";
import { type Bbox, widthDeg } from "./bbox.js";
import type { PlacedLabel, VisibleRange } from "./label-collision.js";
import { createLabels } from "./labels.js";
import { attachListener, createAreaLookup, type Hover, type MapListener, type ScreenPoint } from "./map-events.js";
import type { MapViewModel } from "./map-view-model.js";
import { createSources } from "./sources.js";
import { hatchPattern, layers, style } from "./style.js";
import type { Theme } from "./theme.js";

export interface MapOptions {
  readonly title: string;
  readonly theme: Theme;
  /** Who is told of the pointer and of moves; null for a map that only shows. */
  readonly reader: MapListener | null;
}

/** What a map is told apart: what it shows and where it looks. */
export type PendingPart = "picture" | "place";

/** The map on the page. */
export interface ExplorerMap {
  /** Says that another picture or place will be asked for in a moment: what is drawn until then is not complete. */
  expect(what: PendingPart): void;
  show(shapes: Shapes, viewModel: MapViewModel): void;
  setAttribution(text: string): void;
  setTheme(theme: Theme): void;
  lookAt(place: Camera | Bbox, options?: { readonly isSudden?: boolean }): void;
  /** The areas at a place on the map. */
  under(place: ScreenPoint): Hover;
  /** Labels only what lies wholly in a part of the map. */
  labelOnly(part: VisibleRange): void;
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
  map.addImage("hatch", hatchPattern([150, 158, 170], [222, 226, 232]));

  const labelContainer = document.createElement("div");
  labelContainer.className = "map-labels";
  labelContainer.ariaHidden = "true"; // the same names are in the lists
  map.getCanvasContainer().after(labelContainer);
  const labels = createLabels(map, labelContainer);

  const under = createAreaLookup(map);
  if (reader) attachListener(map, reader, under);

  // Whether what the map shows is complete: for tests and for pictures of the page.
  const pending = new Set<PendingPart>(["picture"]);
  const markIncomplete = () => {
    container.dataset.shown = "no";
  };
  const settle = (what: PendingPart) => {
    markIncomplete();
    pending.delete(what);
    map.triggerRepaint(); // what changes nothing is complete too
  };
  map.on("movestart", markIncomplete);
  let wasComplete = false;
  map.on("idle", () => {
    if (pending.size > 0) return;
    container.dataset.shown = "yes";
    if (!wasComplete) performance.mark("map-complete");
    wasComplete = true;
  });

  // The page's head may still change its height after the map has begun: what was to be seen whole stays so, until the
  // reader moves the map.
  let fittedBbox: Bbox | null = null;
  map.on("movestart", ({ originalEvent }) => {
    if (originalEvent) fittedBbox = null;
  });
  map.on("resize", () => {
    const camera = fittedBbox && cameraForBbox(map, fittedBbox);
    if (camera) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  });

  let attribution: AttributionControl | null = null;
  const sources = createSources(map);
  let last: MapViewModel | null = null;
  return {
    map,
    expect: (what) => {
      markIncomplete();
      pending.add(what);
    },
    show: (shapes, viewModel) => {
      const paint = () => {
        applyViewModel(map, viewModel, theme);
        labels.show(viewModel.labels);
        settle("picture");
      };
      last = viewModel;
      const made = sources.show(shapes, viewModel);
      if (made === null) return paint();
      markIncomplete();
      pending.add("picture");
      // Until its features are there the map shows the picture before; it may be told to show another meanwhile.
      made.then(() => last === viewModel && paint()).catch((error: unknown) => map.fire("error", { error }));
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
      settle("place");
      fittedBbox = "zoom" in place ? null : place;
      const duration = isSudden ? 0 : FLIGHT_MS; // a jump for readers who want no motion: MapLibre asks the browser
      const camera = "zoom" in place ? place : cameraForBbox(map, place);
      if (camera && !isCameraAt(map, camera))
        map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration });
    },
    under,
    labelOnly: labels.restrictTo,
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
      return { canvas, labels: labels.placement() };
    },
  };
}

const KEY_PX = 300; // what the key covers on the left of a wide map
const WIDE_PX = 760;
const MAX_FIT_ZOOM = 11; // however small an area is
const WIDE_DEG = 6; // an area so wide, and higher than wide, leaves the key its corner: England does

/** Where to look to see a box whole, beside the map's key. */
function cameraForBbox(map: MapLibreMap, box: Bbox): Camera | null {
  const [west, south, , north] = box;
  const padding = paddingPx(map.getContainer(), box);
  const fitted = map.cameraForBounds([west, south, west + widthDeg(box), north], { padding, maxZoom: MAX_FIT_ZOOM });
  if (!fitted?.center || fitted.zoom === undefined) return null;
  const { lng: lon, lat } = LngLat.convert(fitted.center);
  return { zoom: fitted.zoom, lat, lon };
}

function paddingPx({ clientWidth, clientHeight }: HTMLElement, box: Bbox): PaddingOptions {
  const [, south, , north] = box;
  const all = Math.round(Math.min(clientWidth, clientHeight) * 0.05);
  const isHigh = widthDeg(box) * Math.cos(((south + north) / 2) * RAD) < north - south;
  const needsLegendPadding = clientWidth > WIDE_PX && !(widthDeg(box) > WIDE_DEG && isHigh);
  return { top: all, bottom: all, right: all, left: needsLegendPadding ? KEY_PX : all };
}

function isCameraAt(map: MapLibreMap, { zoom, lat, lon }: Camera): boolean {
  const centre = map.getCenter();
  const awayDeg = Math.max(Math.abs(centre.lat - lat), Math.abs(centre.lng - lon));
  return awayDeg * 2 ** zoom < SAME_PLACE_DEG * 2 ** 10 && Math.abs(map.getZoom() - zoom) < 0.01;
}
