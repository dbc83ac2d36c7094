import type { Feature, FeatureCollection } from "geojson";
import {
  addProtocol,
  type GeoJSONSource,
  importScriptInWorkers,
  type Map as MapLibreMap,
  removeProtocol,
} from "maplibre-gl";
import { isOffThread, type MainThreadShapes, type OffThreadShapes, type Shapes } from "../data/shapes.js";
import { areaCount, areaFeatures, borderFeatures, councilFeatures, scenarioBorders, tierLayer } from "./features.js";
import type { MapViewModel } from "./map-view-model.js";
import { minBorderZoom } from "./min-border-zoom.js";
import workerUrl from "./shapes-worker.js?worker&url";
import type { SourceName } from "./style.js";
import { type OffThreadRequest, type OffThreadSummary, offThreadUrl, pageScheme } from "./worker-protocol.js";

/** The map's sources. */
export interface Sources {
  /**
   * Updates the sources that changed, and hides council borders at zooms where they would merge.
   *
   * @returns a promise while workers make features; null when the update is complete
   */
  show(shapes: Shapes, viewModel: MapViewModel): Promise<unknown> | null;
  close(): void;
}

type Part = OffThreadRequest["sourceName"];
type Data = FeatureCollection | Feature;

const MAX_ZOOM = 24; // MapLibre's limit

/** Fills a map's sources; MapLibre's workers make the features of large shapes. */
export function createSources(map: MapLibreMap): Sources {
  const offThread = openOffThreadSources();
  const filled = new Map<SourceName, readonly unknown[]>();
  const fill = <Filled>(
    name: SourceName,
    inputs: readonly unknown[],
    apply: (source: GeoJSONSource) => Filled,
  ): Filled | null => {
    const before = filled.get(name);
    if (before && inputs.every((part, i) => part === before[i])) return null;
    filled.set(name, inputs);
    const source = map.getSource<GeoJSONSource>(name);
    return source ? apply(source) : null;
  };
  let pending: Promise<unknown> | null = null;
  const showBordersFrom = (zoom: number) => map.setLayerZoomRange("council-lines", zoom, MAX_ZOOM);

  const showOnMainThread = ({ topology }: MainThreadShapes, { tier, redrawn }: MapViewModel) => {
    const setFeatures = (name: Part, inputs: readonly unknown[], data: () => Data) =>
      fill(name, inputs, (source) => void source.setData(data()));
    setFeatures("footprints", [topology], () => areaFeatures(topology, "footprints"));
    setFeatures("councils", [topology, tier, redrawn], () => councilFeatures(topology, tier, redrawn));
    setFeatures("borders", [topology, tier, redrawn], () =>
      redrawn ? scenarioBorders(topology, tier, redrawn) : borderFeatures(topology, tier),
    );
    showBordersFrom(minBorderZoom(topology.bbox ?? null, areaCount(topology, tierLayer(tier))));
  };
  const showOffThread = (shapes: OffThreadShapes, { tier, redrawn: footprintOf }: MapViewModel) => {
    const make = (sourceName: Part, inputs: readonly unknown[]) =>
      fill(sourceName, inputs, (source) => {
        const redrawn = footprintOf && new Blob([JSON.stringify([...footprintOf])]);
        return offThread.fill(source, { shapes, sourceName, tier, redrawn });
      });
    const borders = make("borders", [shapes.file, tier, footprintOf]);
    const updates = [
      make("footprints", [shapes.file]),
      make("councils", [shapes.file, tier, footprintOf]),
      borders?.then(({ bbox, councilCount }) => showBordersFrom(minBorderZoom(bbox, councilCount))),
    ].filter((one) => one !== null && one !== undefined);
    if (updates.length === 0) return;
    const all = Promise.all([...updates, pending]).finally(() => {
      if (pending === all) pending = null;
    });
    pending = all;
  };
  return {
    show: (shapes, viewModel) => {
      const { customArea } = viewModel;
      fill("own-area", [customArea], (source) => void source.setData(customAreaData(customArea)));
      if (isOffThread(shapes)) showOffThread(shapes, viewModel);
      else showOnMainThread(shapes, viewModel);
      return pending;
    },
    close: offThread.close,
  };
}

function customAreaData(geometry: MapViewModel["customArea"]): Data {
  return geometry ? { type: "Feature", geometry, properties: {} } : { type: "FeatureCollection", features: [] };
}

/** Fills sources with features made in MapLibre's workers. */
interface OffThreadSources {
  /** Resolves with a summary when the features are ready. */
  fill(source: GeoJSONSource, request: OffThreadRequest): Promise<OffThreadSummary>;
  close(): void;
}

/** Loads the worker script on the first request. */
function openOffThreadSources(): OffThreadSources {
  const mapId = Math.random().toString(36).slice(2);
  const lastRequests = new Map<string, OffThreadRequest>(); // by source
  let started: Promise<void> | null = null;

  const start = () => {
    addProtocol(pageScheme(mapId), async ({ url }) => {
      const data = lastRequests.get(url.split("://")[1] ?? "");
      if (data === undefined) throw new Error(`no request for ${url}`);
      return { data };
    });
    return importScriptInWorkers(workerUrl);
  };
  return {
    fill: async (source, request) => {
      lastRequests.set(request.sourceName, request);
      started ??= start();
      await started;
      await source.setData(offThreadUrl(mapId, request.sourceName));
      return (await source.getData()) as unknown as OffThreadSummary;
    },
    close: () => removeProtocol(pageScheme(mapId)),
  };
}
