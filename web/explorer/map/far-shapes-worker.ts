// Runs in MapLibre's own threads: makes features where they are drawn from, so that the page neither reads large shapes
// nor copies them.
import type { AddProtocolAction } from "maplibre-gl";
import type { Topology } from "topojson-specification";
import { FAR_SCHEME, type FarRequest, type FarSummary, pageAddress } from "./far-request.js";
import {
  type AreaFeatures,
  areaCount,
  areaFeatures,
  type BorderFeatures,
  borderFeatures,
  councilFeatures,
  redrawnBorders,
  tierLayer,
} from "./layers.js";

/** What MapLibre gives to a script in its threads. */
interface MapThread {
  readonly addProtocol: (scheme: string, load: AddProtocolAction) => void;
  readonly makeRequest: (
    asked: { readonly url: string },
    abort: AbortController,
  ) => Promise<{ readonly data: unknown }>;
}

const { addProtocol, makeRequest } = globalThis as unknown as MapThread;
const topologyIn = readerOfOne();

addProtocol(FAR_SCHEME, async ({ url }, abort) => {
  const request = (await makeRequest({ url: pageAddress(url) }, abort)).data as FarRequest;
  const topology = await topologyIn(request);
  const { features } = await featuresOf(topology, request);
  const summary: FarSummary = {
    type: "FeatureCollection",
    bbox: topology.bbox ?? null,
    councilCount: areaCount(topology, tierLayer(request.tier)),
  };
  // MapLibre sends what it was given here to the page, too: all that can be enumerated.
  return { data: Object.defineProperty(summary, "features", { value: features, enumerable: false }) };
});

async function featuresOf(
  topology: Topology,
  { wanted, tier, redrawn }: FarRequest,
): Promise<AreaFeatures | BorderFeatures> {
  const footprintOf = redrawn && new Map(JSON.parse(await redrawn.text()) as [string, string][]);
  switch (wanted) {
    case "footprints":
      return areaFeatures(topology, "footprints");
    case "councils":
      return councilFeatures(topology, tier, footprintOf);
    case "borders":
      return footprintOf ? redrawnBorders(topology, tier, footprintOf) : borderFeatures(topology, tier);
  }
}

/** Reads a file once for all that is made of it, and keeps the last one. */
function readerOfOne(): (request: FarRequest) => Promise<Topology> {
  let last: { readonly path: string; readonly topology: Promise<Topology> } | null = null;
  return ({ shapes: { file, path } }) => {
    if (last?.path === path) return last.topology;
    const topology = file.text().then((text) => JSON.parse(text) as Topology);
    last = { path, topology };
    return topology;
  };
}
