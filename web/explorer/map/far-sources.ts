import { addProtocol, type GeoJSONSource, importScriptInWorkers, removeProtocol } from "maplibre-gl";
import { type FarRequest, type FarSummary, farAddress, pageScheme } from "./far-request.js";
import threadUrl from "./far-shapes-worker.js?worker&url";

/** Fills a map's sources with features that its own threads make. */
export interface FarSources {
  /** Resolves when the features are there, and tells what is known of them. */
  fill(source: GeoJSONSource, request: FarRequest): Promise<FarSummary>;
  close(): void;
}

/** Nothing is loaded before the first is to be filled. */
export function openFarSources(): FarSources {
  const mapId = Math.random().toString(36).slice(2);
  const lastRequests = new Map<string, FarRequest>(); // by what they want
  let started: Promise<void> | null = null;

  const start = () => {
    addProtocol(pageScheme(mapId), async ({ url }) => {
      const data = lastRequests.get(url.split("://")[1] ?? "");
      if (data === undefined) throw new Error(`nothing is to be made for ${url}`);
      return { data };
    });
    return importScriptInWorkers(threadUrl);
  };
  return {
    fill: async (source, request) => {
      lastRequests.set(request.wanted, request);
      started ??= start();
      await started;
      await source.setData(farAddress(mapId, request.wanted));
      return (await source.getData()) as unknown as FarSummary;
    },
    close: () => removeProtocol(pageScheme(mapId)),
  };
}
