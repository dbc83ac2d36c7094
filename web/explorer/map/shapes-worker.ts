// Runs in MapLibre's workers: makes features where MapLibre tiles them, so that the main thread neither parses large
// shapes nor copies them.
import type { AddProtocolAction } from "maplibre-gl";
import type { Topology } from "topojson-specification";
import {
  type AreaFeatures,
  areaCount,
  areaFeatures,
  type BorderFeatures,
  borderFeatures,
  councilFeatures,
  scenarioBorders,
  tierLayer,
} from "./features.js";
import { OFF_THREAD_SCHEME, type OffThreadRequest, type OffThreadSummary, pageUrl } from "./worker-protocol.js";

/** The globals that MapLibre provides in its workers. */
interface MapLibreWorker {
  readonly addProtocol: (scheme: string, load: AddProtocolAction) => void;
  readonly makeRequest: (
    request: { readonly url: string },
    abort: AbortController,
  ) => Promise<{ readonly data: unknown }>;
}

const { addProtocol, makeRequest } = globalThis as unknown as MapLibreWorker;
const readTopology = createTopologyReader();

addProtocol(OFF_THREAD_SCHEME, async ({ url }, abort) => {
  const request = (await makeRequest({ url: pageUrl(url) }, abort)).data as OffThreadRequest;
  const topology = await readTopology(request);
  const { features } = await buildFeatures(topology, request);
  const summary: OffThreadSummary = {
    type: "FeatureCollection",
    bbox: topology.bbox ?? null,
    councilCount: areaCount(topology, tierLayer(request.tier)),
  };
  // MapLibre also posts the enumerable properties to the page.
  return { data: Object.defineProperty(summary, "features", { value: features, enumerable: false }) };
});

async function buildFeatures(
  topology: Topology,
  { sourceName, tier, redrawn }: OffThreadRequest,
): Promise<AreaFeatures | BorderFeatures> {
  const footprintOf = redrawn && new Map(JSON.parse(await redrawn.text()) as [string, string][]);
  switch (sourceName) {
    case "footprints":
      return areaFeatures(topology, "footprints");
    case "councils":
      return councilFeatures(topology, tier, footprintOf);
    case "borders":
      return footprintOf ? scenarioBorders(topology, tier, footprintOf) : borderFeatures(topology, tier);
  }
}

/** Parses a file once for all its sources; caches the last topology. */
function createTopologyReader(): (request: OffThreadRequest) => Promise<Topology> {
  let last: { readonly path: string; readonly topology: Promise<Topology> } | null = null;
  return ({ shapes: { file, path } }) => {
    if (last?.path === path) return last.topology;
    const topology = file.text().then((text) => JSON.parse(text) as Topology);
    last = { path, topology };
    return topology;
  };
}
