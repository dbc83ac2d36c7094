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
  /** null for a map that the reader cannot move. */
  readonly reader: MapListener | null;
}

/** A part of the map whose next change is announced, so that the map is incomplete until then. */
export type PendingPart = "view-model" | "place";

/** The map on the page. */
export interface ExplorerMap {
  /** Announces a change: until it is made, the map counts as incomplete. */
  expect(part: PendingPart): void;
  show(shapes: Shapes, viewModel: MapViewModel): void;
  setAttribution(text: string): void;
  setTheme(theme: Theme): void;
  lookAt(place: Camera | Bbox, options?: { readonly isSudden?: boolean }): void;
  /** The areas at a point on the map. */
  under(point: ScreenPoint): Hover;
  /** Restricts labels to a part of the map. */
  labelOnly(part: VisibleRange): void;
  /** Follows the camera of another map; returns a function that stops it. */
  follow(other: ExplorerMap): () => void;
  /** The map's image and labels. */
  snapshot(): Promise<Snapshot>;
  remove(): void;
  readonly map: MapLibreMap;
}

/** An image of the map, and the labels on it. */
export interface Snapshot {
  readonly canvas: HTMLCanvasElement;
  readonly labels: readonly PlacedLabel[];
}

type PaintProperty = Parameters<MapLibreMap["setPaintProperty"]>[1];

const RAD = Math.PI / 180;
const FLIGHT_MS = 700;
const SAME_PLACE_DEG = 1e-3;

/** Creates an empty map in an element; resolves when it can be drawn on. */
export async function createExplorerMap(container: HTMLElement, options: MapOptions): Promise<ExplorerMap> {
  performance.mark("map-started"); // read by bench/page.ts, with map-complete below
  setWorkerUrl(workerUrl);
  const map = createMap(container, options);
  await map.once("style.load");
  map.addImage("hatch", hatchPattern([150, 158, 170], [222, 226, 232]));
  const labels = createLabels(map, labelContainer(map));
  const under = createAreaLookup(map);
  if (options.reader) attachListener(map, options.reader, under);
  const completeness = trackCompleteness(map, container);
  const setFittedBbox = keepFitted(map);
  const sources = createSources(map);
  let { theme } = options;
  let lastViewModel: MapViewModel | null = null;
  return {
    map,
    under,
    expect: completeness.expect,
    setAttribution: createAttribution(map, container),
    labelOnly: labels.restrictTo,
    show: (shapes, viewModel) => {
      const paint = () => {
        applyViewModel(map, viewModel, theme);
        labels.show(viewModel.labels);
        completeness.settle("view-model");
      };
      lastViewModel = viewModel;
      const pending = sources.show(shapes, viewModel);
      if (pending === null) return paint();
      completeness.expect("view-model");
      // Until its features are ready the map shows the view model before; a newer one may replace this meanwhile.
      pending
        .then(() => lastViewModel === viewModel && paint())
        .catch((error: unknown) => map.fire("error", { error }));
    },
    setTheme: (next) => {
      theme = next;
      for (const { id, paint } of layers(theme)) {
        for (const [name, value] of Object.entries(paint ?? {}))
          map.setPaintProperty(id, name as PaintProperty, value as never);
      }
    },
    lookAt: (place, { isSudden = false } = {}) => {
      completeness.settle("place");
      setFittedBbox("zoom" in place ? null : place);
      const duration = isSudden ? 0 : FLIGHT_MS; // MapLibre jumps by itself for readers who prefer reduced motion
      const camera = "zoom" in place ? place : cameraForBbox(map, place);
      if (camera && !isCameraAt(map, camera))
        map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration });
    },
    follow: ({ map: other }) => {
      const follow = () => void map.jumpTo({ center: other.getCenter(), zoom: other.getZoom() });
      follow();
      other.on("move", follow);
      return () => void other.off("move", follow);
    },
    snapshot: async () => ({ canvas: await copyCanvas(map), labels: labels.placement() }),
    remove: () => {
      sources.close();
      map.remove();
    },
  };
}

function createMap(container: HTMLElement, { title, theme, reader }: MapOptions): MapLibreMap {
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
    locale: { "Map.Title": title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (reader) {
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new ScaleControl({ unit: "metric", maxWidth: 120 }), "bottom-right");
  }
  return map;
}

function labelContainer(map: MapLibreMap): HTMLElement {
  const element = document.createElement("div");
  element.className = "map-labels";
  element.ariaHidden = "true"; // the same names are in the lists
  map.getCanvasContainer().after(element);
  return element;
}

interface Completeness {
  expect(part: PendingPart): void;
  settle(part: PendingPart): void;
}

/** Records in `data-shown` whether the map shows all that it should, for tests and screenshots. */
function trackCompleteness(map: MapLibreMap, container: HTMLElement): Completeness {
  const pending = new Set<PendingPart>(["view-model"]);
  let wasComplete = false;
  const markIncomplete = () => {
    container.dataset.shown = "no";
  };
  map.on("movestart", markIncomplete);
  map.on("idle", () => {
    if (pending.size > 0) return;
    container.dataset.shown = "yes";
    if (!wasComplete) performance.mark("map-complete");
    wasComplete = true;
  });
  return {
    expect: (part) => {
      markIncomplete();
      pending.add(part);
    },
    settle: (part) => {
      markIncomplete();
      pending.delete(part);
      map.triggerRepaint(); // "idle" must fire even if nothing changes
    },
  };
}

/** Keeps a bbox in view when the map is resized, as by a change of the header's height, until the reader moves the map. */
function keepFitted(map: MapLibreMap): (bbox: Bbox | null) => void {
  let fittedBbox: Bbox | null = null;
  map.on("movestart", ({ originalEvent }) => {
    if (originalEvent) fittedBbox = null;
  });
  map.on("resize", () => {
    const camera = fittedBbox && cameraForBbox(map, fittedBbox);
    if (camera) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  });
  return (bbox) => {
    fittedBbox = bbox;
  };
}

function createAttribution(map: MapLibreMap, container: HTMLElement): (text: string) => void {
  let control: AttributionControl | null = null;
  return (text) => {
    if (control) map.removeControl(control);
    control = new AttributionControl({ compact: true, customAttribution: text });
    map.addControl(control, "bottom-right");
    // Folded at first: the panel has the whole text too.
    const details = container.querySelector("details.maplibregl-ctrl-attrib");
    details?.classList.remove("maplibregl-compact-show");
    details?.removeAttribute("open");
  };
}

async function copyCanvas(map: MapLibreMap): Promise<HTMLCanvasElement> {
  const rendered = map.once("render");
  map.triggerRepaint();
  await rendered;
  const source = map.getCanvas();
  const canvas = document.createElement("canvas");
  canvas.width = source.width;
  canvas.height = source.height;
  canvas.getContext("2d")?.drawImage(source, 0, 0);
  return canvas;
}

const LEGEND_PX = 300; // covered by the legend, on the left of a wide map
const WIDE_PX = 760;
const MAX_FIT_ZOOM = 11; // for the smallest areas
const WIDE_DEG = 6; // an area wider than this, and higher than wide, leaves the corner of the legend free, as England does

/** The camera that shows a bbox whole, beside the legend. */
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
  return { top: all, bottom: all, right: all, left: needsLegendPadding ? LEGEND_PX : all };
}

function isCameraAt(map: MapLibreMap, { zoom, lat, lon }: Camera): boolean {
  const centre = map.getCenter();
  const awayDeg = Math.max(Math.abs(centre.lat - lat), Math.abs(centre.lng - lon));
  return awayDeg * 2 ** zoom < SAME_PLACE_DEG * 2 ** 10 && Math.abs(map.getZoom() - zoom) < 0.01;
}
