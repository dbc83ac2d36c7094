// A thread that builds the tile pyramid of an edition, which takes some seconds, or reads it from the cache.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { Thread } from "@coterminous/overlap/parallel";
import type { LayerTopology, MinZooms } from "../model/topology.js";
import { writeAtomically } from "../store/write-atomically.js";
import { tilePyramid } from "./tile-pyramid.js";

/** Build the pyramid of an edition. */
export interface PyramidTask {
  readonly kind: "DRAW";
  /** Its topology at full detail, as stored. */
  readonly topology: string;
  readonly minZooms: MinZooms;
  /** The cache file; null for none. */
  readonly file: string | null;
}

/** A level of the pyramid, as it passes between threads. */
export interface EncodedLevel {
  readonly extent: number;
  /** TopoJSON. */
  readonly topology: string;
}

/** The caller's side of the thread; the result has every zoom from 0. */
export type PyramidWorker = Thread<PyramidTask, { readonly DRAW: readonly EncodedLevel[] }>;

parentPort?.on("message", (task: PyramidTask) => parentPort?.postMessage(buildPyramid(task)));

function buildPyramid({ topology, minZooms, file }: PyramidTask): readonly EncodedLevel[] {
  if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const zooms = tilePyramid(JSON.parse(topology) as LayerTopology, minZooms).map((zoom) => ({
    extent: zoom.extent,
    topology: JSON.stringify(zoom.topology),
  }));
  if (file !== null) writeCacheFile(file, JSON.stringify(zooms));
  return zooms;
}

// Without a writable folder the pyramid is built again next time.
function writeCacheFile(file: string, text: string): void {
  try {
    writeAtomically(file, (path) => writeFileSync(path, text));
  } catch {
    // read-only or full: the pyramid is in memory
  }
}
